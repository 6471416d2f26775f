namespace UngPortal.Platform.Web;

/// <summary>Writes comma-separated values that a spreadsheet can open without running anything. Source: RFC 4180; ASVS 5.0 V1.2.10.</summary>
public static class CsvText
{
    /// <summary>One line with its end. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return harmless.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : harmless;
    }
}
