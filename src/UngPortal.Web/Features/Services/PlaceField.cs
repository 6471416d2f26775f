namespace UngPortal.Features.Services;

/// <summary>The field for where somebody is, as <c>_PlaceField</c> draws it.</summary>
/// <param name="Text">What stands in it.</param>
public sealed record PlaceField(string? Text);
