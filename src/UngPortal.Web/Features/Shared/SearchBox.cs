namespace UngPortal.Features.Shared;

/// <summary>A search field: small in the header, large on the front page and the search page.</summary>
public sealed record SearchBox(string Id, bool IsLarge = false, string Text = "")
{
    public const int MaxLength = 200;
}
