namespace UngPortal.Features.Shared;

/// <summary>A field to write in, as <c>_TextField</c> draws it.</summary>
public sealed record TextField(string Name, string Label, string? Value, string? Hint = null)
{
    /// <summary>What kind of line it is: <c>text</c>, <c>date</c>, <c>url</c>.</summary>
    public string Type { get; init; } = "text";

    /// <summary>How high it is; from two it takes several lines.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>The code of the language that is written in it, where that is not the page's.</summary>
    public string? Language { get; init; }
}
