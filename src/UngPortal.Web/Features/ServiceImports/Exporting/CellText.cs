namespace UngPortal.Features.ServiceImports.Exporting;

/// <summary>A cell that is read back as it was: a text that begins with apostrophes before the sign of a formula gets one more, since one is taken away.</summary>
public static class CellText
{
    public static string Of(string text)
    {
        var bare = text.AsSpan().TrimStart('\'');
        return bare.Length < text.Length && bare is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
    }
}
