namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>The days of the week as HSDS 1.1 writes them: with a number from Monday, or an English name, whole or short.</summary>
internal static class WeekdayNames
{
    private const int ShortLength = 3;
    private static readonly string[] Names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>The codes of the days, with commas between them; what is no day stays as it stands.</summary>
    public static string CodeOf(string text) => string.Join(',', text.Split([',', ';', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Code));

    private static string Code(string word)
    {
        var small = word.TrimEnd('.').ToLowerInvariant();
        var day = small is [>= '1' and <= '7'] ? small[0] - '1' : Array.FindIndex(Names, name => small == name || small == name[..ShortLength] || small == name[..2]);
        return day >= 0 ? Names[day][..2].ToUpperInvariant() : word;
    }
}
