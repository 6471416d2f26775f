using System.Globalization;
using System.Text.RegularExpressions;

namespace UngPortal.Tests.Content;

/// <summary>A small reader of WebVTT files: header, optional cue names, timings, text. Anything else is a fault.</summary>
internal static partial class WebVtt
{
    /// <summary>A caption; times in seconds.</summary>
    public sealed record Cue(double From, double To, string Text)
    {
        /// <summary>Letters a second; a line break counts as one.</summary>
        public double Speed => Text.Length / (To - From);
    }

    /// <summary>The cues, and what is wrong with the file.</summary>
    public static (IReadOnlyList<Cue> Cues, IReadOnlyList<string> Faults) Read(string text)
    {
        var cues = new List<Cue>();
        var faults = new List<string>();
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (blocks.Length == 0 || !(blocks[0] == "WEBVTT" || blocks[0].StartsWith("WEBVTT ", StringComparison.Ordinal) || blocks[0].StartsWith("WEBVTT\n", StringComparison.Ordinal)))
        {
            return (cues, ["The file does not begin with WEBVTT."]);
        }

        foreach (var block in blocks.Skip(1).Where(block => !block.StartsWith("NOTE", StringComparison.Ordinal)))
        {
            var lines = block.Split('\n').ToList();
            if (!lines[0].Contains("-->", StringComparison.Ordinal))
            {
                lines.RemoveAt(0);
            }

            if (lines.Count < 2 || Timing().Match(lines[0]) is not { Success: true } timing || lines.Skip(1).Any(line => line.Contains("-->", StringComparison.Ordinal) || line.Contains('<', StringComparison.Ordinal) || line.Contains('&', StringComparison.Ordinal)))
            {
                faults.Add($"'{block}' is no plain cue.");
                continue;
            }

            cues.Add(new Cue(Seconds(timing, 1), Seconds(timing, 5), string.Join('\n', lines.Skip(1))));
        }

        faults.AddRange(cues.Where(cue => cue.To <= cue.From).Select(cue => $"'{cue.Text}' ends before it begins."));
        faults.AddRange(cues.Zip(cues.Skip(1)).Where(pair => pair.Second.From < pair.First.To).Select(pair => $"'{pair.Second.Text}' begins before the one above has ended."));
        return (cues, faults);
    }

    private static double Seconds(Match timing, int group)
    {
        int Part(int at) => timing.Groups[at].Success ? int.Parse(timing.Groups[at].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return Part(group) * 3600 + Part(group + 1) * 60 + Part(group + 2) + Part(group + 3) / 1000.0;
    }

    [GeneratedRegex(@"^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3}) --> (?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?: [a-z]+:\S+)*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Timing();
}
