using UngPortal.Kernel;

namespace UngPortal.Features.Shared;

/// <summary>The configuration section <c>AgeBands</c>: which bands a visitor may choose from.</summary>
public sealed record AgeBandOptions
{
    public const string Section = "AgeBands";

    public string[] Keys { get; init; } = [];

    public IReadOnlyList<AgeBand> All => field ??= [.. Keys.Select(key => AgeBand.TryParse(key, out var band) ? band : throw new FormatException($"AgeBands:Keys holds '{key}', which is no band such as 13-15."))];
}
