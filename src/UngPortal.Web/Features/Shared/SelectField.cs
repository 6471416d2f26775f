namespace UngPortal.Features.Shared;

/// <summary>A list to choose one from, as <c>_SelectField</c> draws it.</summary>
/// <param name="Name">What the form calls it.</param>
/// <param name="Label">What it says above the list.</param>
/// <param name="Options">What there is to choose, in order.</param>
/// <param name="Chosen">The value that is chosen; null for none.</param>
/// <param name="None">What stands for no choice; null where there always is one.</param>
public sealed record SelectField(string Name, string Label, IEnumerable<(string Value, string Text)> Options, string? Chosen, string? None = null);
