namespace UngPortal.Features.Safety.Detecting;

/// <summary>A line of a pattern file that says something, and where it stands.</summary>
internal readonly record struct PatternLine(string File, int Number, string Text)
{
    public static IEnumerable<PatternLine> In(string file, IEnumerable<string> lines) => lines
        .Select((text, i) => new PatternLine(file, i + 1, text.Trim())).Where(line => line.Text.Length > 0 && line.Text[0] != '#');

    public PatternFormatException Fault(string what) => new(File, Number, what);
}
