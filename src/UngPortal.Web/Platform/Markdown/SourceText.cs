using System.Text;

namespace UngPortal.Platform.Markdown;

/// <summary>What is done to a Markdown text before a parser sees it.</summary>
public static class SourceText
{
    private const int MaxLines = 1_500;
    private const int MaxMarksPerParagraph = 400;
    private const int MaxPipesPerLine = 20;
    private const int MaxTableCells = 2_000;
    private const int MaxMarkersPerLine = 8;
    private const string Marks = "[](<*_~`!:&+\\";

    /// <summary>The text with line feeds only, and without control characters, direction overrides and half characters.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var isHarmful = rune.Value is (< ' ' and not '\n' and not '\t') or (>= 0x7F and <= 0x9F) or 0xFEFF
                or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            if (!isHarmful)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>A linear look for texts that would keep the parser busy for long: null, or the first line that is too dense with marks.</summary>
    /// <remarks>Parsing is quadratic in the open brackets and stars of one paragraph and in the columns of a table; no honest text comes near the limits.</remarks>
    public static MarkdownProblem? TooDense(string text)
    {
        var marks = new int[Marks.Length];
        int lines = 0, cells = 0, widest = 0;
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (line.AsSpan().Trim().IsEmpty)
            {
                Array.Clear(marks);
                lines = widest = 0;
            }

            var pipes = line.Count(c => c == '|');
            cells += pipes > widest ? (pipes - widest) * lines : 0;
            widest = Math.Max(widest, pipes);
            cells += widest > 0 ? widest + 1 : 0;
            lines++;
            Count(line, marks);
            if (index > MaxLines || marks.Max() > MaxMarksPerParagraph || pipes > MaxPipesPerLine || cells > MaxTableCells || MarkersAtStart(line) > MaxMarkersPerLine)
            {
                return new MarkdownProblem(index + 1, MarkdownFault.TooDense);
            }
        }

        return null;
    }

    private static void Count(string line, int[] marks)
    {
        foreach (var c in line)
        {
            if (Marks.IndexOf(c, StringComparison.Ordinal) is >= 0 and var mark)
            {
                marks[mark]++;
            }
        }
    }

    private static int MarkersAtStart(string line)
    {
        var markers = 0;
        for (var at = 0; at < line.Length; at++)
        {
            var isList = at + 1 < line.Length && line[at + 1] is ' ' or '\t' && line[at] is '-' or '+' or '*' or '.' or ')';
            if (line[at] == '>' || isList)
            {
                markers++;
            }
            else if (!char.IsAsciiDigit(line[at]) && line[at] is not ' ' and not '\t')
            {
                break;
            }
        }

        return markers;
    }
}
