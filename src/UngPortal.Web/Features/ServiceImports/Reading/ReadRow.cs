using UngPortal.Features.Services;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>What a package says of a service.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">The line it begins on.</param>
/// <param name="ForeignId">Its id where it comes from.</param>
/// <param name="Slug">Its slug, where a register like ours wrote the package; else null.</param>
/// <param name="Name">What it is called, as far as that can be read.</param>
/// <param name="ChangedOn">When its facts were last changed or confirmed; null when that isn’t told.</param>
/// <param name="Status">What the source says of it: <c>active</c>, <c>inactive</c> or <c>temporarily closed</c>.</param>
/// <param name="IsWhole">Whether it says all that a register like ours knows, under names of its own.</param>
/// <param name="HasWays">Whether it says how the service is reached, other than by its website.</param>
/// <param name="Facts">All of it; null when something is wrong.</param>
/// <param name="Faults">What is wrong.</param>
public sealed record ReadRow(string File, int Line, string ForeignId, string? Slug, string Name, DateOnly? ChangedOn, string Status, bool IsWhole, bool HasWays, ServiceFacts? Facts, IReadOnlyList<ReadFault> Faults);
