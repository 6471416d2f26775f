using System.Globalization;
using System.Text.RegularExpressions;

namespace UngPortal.Platform.Media.Films;

/// <summary>The line of captions that says when they stand there and where. Source: W3C WebVTT, 4.1.</summary>
internal static partial class WebVttTiming
{
    private const int EndGroup = 5;
    private const int SettingsGroup = 9;

    /// <summary>Reads a line: times in milliseconds, settings with a blank before each. Null when it is no such line.</summary>
    public static (int From, int To, string Settings)? Read(string line) =>
        Shape().Match(line) is { Success: true } timing ? (Milliseconds(timing, 1), Milliseconds(timing, EndGroup), timing.Groups[SettingsGroup].Value) : null;

    /// <summary>Writes the line of a caption.</summary>
    public static string Write(WebVttCue cue) => $"{Time(cue.From)} --> {Time(cue.To)}{cue.Settings}";

    private static string Time(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);

    private static int Milliseconds(Match timing, int group)
    {
        int Part(int at) => timing.Groups[at].Success ? int.Parse(timing.Groups[at].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (Part(group) * 3_600_000) + (Part(group + 1) * 60_000) + (Part(group + 2) * 1_000) + Part(group + 3);
    }

    [GeneratedRegex(@"\A(?:([0-9]{2}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})[ \t]+-->[ \t]+(?:([0-9]{2}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})((?: (?:line|position|size|align|vertical):[a-z0-9.,%-]+)*)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Shape();
}
