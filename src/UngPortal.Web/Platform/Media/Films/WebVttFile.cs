using System.Text;

namespace UngPortal.Platform.Media.Films;

/// <summary>Reads captions strictly and writes them anew: what is served is what was understood. Sources: W3C WebVTT; quality.md, "Videos".</summary>
public sealed class WebVttFile
{
    /// <summary>The longest text, in characters.</summary>
    public const int TextMost = 200_000;

    /// <summary>How many letters a second people can read.</summary>
    public const int SpeedMost = 17;

    private const string Header = "WEBVTT";
    private const string Arrow = "-->";
    private const int FaultsMost = 50;
    private readonly List<WebVttCue> _cues = [];
    private readonly List<WebVttFault> _faults = [];

    private WebVttFile()
    {
    }

    /// <summary>The captions, in the order of the file.</summary>
    public IReadOnlyList<WebVttCue> Cues => _cues;

    /// <summary>What is wrong, by line; empty when nothing. At most fifty.</summary>
    public IReadOnlyList<WebVttFault> Faults => [.. _faults.OrderBy(fault => fault.Line).Take(FaultsMost)];

    /// <summary>Reads captions for a film of the length.</summary>
    public static WebVttFile Read(string text, int seconds)
    {
        var file = new WebVttFile();
        if (text.Length > TextMost)
        {
            file.Fault(0, WebVttFaultKind.TooLong);
            return file;
        }

        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].TrimEnd() != Header && !lines[0].StartsWith(Header + " ", StringComparison.Ordinal) && !lines[0].StartsWith(Header + "\t", StringComparison.Ordinal))
        {
            file.Fault(1, WebVttFaultKind.NoHeader);
            return file;
        }

        file.ReadBlocks(lines);
        file.Compare(seconds * 1_000);
        return file;
    }

    /// <summary>The captions as a file of ours.</summary>
    public string Write()
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var cue in _cues)
        {
            text.Append('\n').Append(WebVttTiming.Write(cue)).Append('\n').Append(cue.Text).Append('\n');
        }

        return text.ToString();
    }

    private void ReadBlocks(string[] lines)
    {
        // What follows the header's line up to the first empty one belongs to the header.
        var at = Array.FindIndex(lines, string.IsNullOrWhiteSpace);
        while (at >= 0 && at < lines.Length)
        {
            var end = Array.FindIndex(lines, at, string.IsNullOrWhiteSpace);
            end = end < 0 ? lines.Length : end;
            if (end > at)
            {
                ReadBlock(lines.AsSpan(at, end - at), at + 1);
            }

            at = end + 1;
        }
    }

    /// <summary>One block: an optional name, a timing, text.</summary>
    private void ReadBlock(ReadOnlySpan<string> block, int line)
    {
        if (block[0] == "NOTE" || block[0].StartsWith("NOTE ", StringComparison.Ordinal))
        {
            return;
        }

        if (block[0].TrimEnd() is "STYLE" or "REGION")
        {
            Fault(line, WebVttFaultKind.Styled);
            return;
        }

        if (!block[0].Contains(Arrow, StringComparison.Ordinal))
        {
            block = block[1..];
            line++;
        }

        if (block.Length == 0 || WebVttTiming.Read(block[0].TrimEnd()) is not { } timing)
        {
            Fault(line, WebVttFaultKind.BadTiming);
            return;
        }

        var text = string.Join('\n', block[1..].ToArray().Select(part => part.Trim()));
        if (!IsPlain(text))
        {
            Fault(line, WebVttFaultKind.NotPlain);
        }

        _cues.Add(new WebVttCue(line, timing.From, timing.To, timing.Settings, text));
    }

    /// <summary>What is wrong with captions as a row.</summary>
    private void Compare(int most)
    {
        var last = 0;
        foreach (var cue in _cues)
        {
            FaultWhen(cue.Text.Length == 0, cue, WebVttFaultKind.NoText);
            FaultWhen(cue.To <= cue.From, cue, WebVttFaultKind.EndsTooEarly);
            FaultWhen(cue.From < last, cue, WebVttFaultKind.Overlaps);
            FaultWhen(cue.To > cue.From && cue.Speed > SpeedMost, cue, WebVttFaultKind.TooFast);
            FaultWhen(cue.To > most + 1_000, cue, WebVttFaultKind.AfterTheEnd);
            last = Math.Max(last, cue.To);
        }

        if (_cues.Count == 0 && _faults.Count == 0)
        {
            Fault(0, WebVttFaultKind.NoCues);
        }
    }

    private void FaultWhen(bool isSo, WebVttCue cue, WebVttFaultKind kind)
    {
        if (isSo)
        {
            Fault(cue.Line, kind);
        }
    }

    private void Fault(int line, WebVttFaultKind kind) => _faults.Add(new WebVttFault(line, kind));

    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAny('<', '&') && !text.Contains(Arrow, StringComparison.Ordinal) && !text.Any(c => (char.IsControl(c) && c != '\n') || c == '\uFFFD');
}
