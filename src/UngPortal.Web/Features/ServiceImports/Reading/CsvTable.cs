using System.Text;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>A table as it stands in a file. Cells that begin like a formula are text, and lose the apostrophe that was put before them for a spreadsheet’s sake.</summary>
public sealed class CsvTable
{
    public const int ColumnsMost = 200;
    public const int RowsMost = 100_000;

    private CsvTable(string file, IReadOnlyList<string> columns, IReadOnlyList<Row> rows) => (File, Columns, Rows) = (file, columns, rows);

    public string File { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<Row> Rows { get; }

    /// <summary>Reads the text; the first line names the columns, and decides between comma, semicolon and tab.</summary>
    public static CsvTable Read(string file, string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        var separator = first.Contains('\t') ? '\t' : first.Count(';') > first.Count(',') ? ';' : ',';
        List<(int Line, List<string> Cells)> lines = [.. Lines(file, text, separator)];
        if (lines.Count == 0)
        {
            throw new UnreadablePackageException("Import_NoColumns", file);
        }

        var columns = lines[0].Cells.ConvertAll(name => name.Trim().ToLowerInvariant());
        if (columns.Count > ColumnsMost || columns.Exists(name => name.Length == 0) || columns.Distinct().Count() != columns.Count)
        {
            throw new UnreadablePackageException("Import_BadColumns", file);
        }

        return lines.Count - 1 > RowsMost
            ? throw new UnreadablePackageException("Import_TooManyRows", file)
            : new(file, columns, [.. lines.Skip(1).Select(line => new Row(line.Line, line.Cells.Count <= columns.Count, Cells(columns, line.Cells)))]);
    }

    private static Dictionary<string, string> Cells(List<string> columns, List<string> cells) =>
        columns.Take(cells.Count).Select((name, at) => (name, Cell: Plain(cells[at]))).Where(pair => pair.Cell.Length > 0).ToDictionary(pair => pair.name, pair => pair.Cell, StringComparer.Ordinal);

    private static string Plain(string cell)
    {
        var bare = cell.AsSpan().TrimStart('\'');
        return bare.Length < cell.Length && bare is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;
    }

    private static IEnumerable<(int Line, List<string> Cells)> Lines(string file, string text, char separator)
    {
        var (at, line) = (0, 1);
        while (at < text.Length)
        {
            var (cells, start, isEnd) = (new List<string>(), line, false);
            while (!isEnd)
            {
                cells.Add(NextCell(file, text, separator, ref at, ref line));
                isEnd = at >= text.Length || text[at] != separator;
                at++;
            }

            // A line’s end is one sign or two.
            at += at <= text.Length && at > 0 && at < text.Length && text[at - 1] == '\r' && text[at] == '\n' ? 1 : 0;
            line++;
            if (cells is not [""])
            {
                yield return (start, cells);
            }
        }
    }

    private static string NextCell(string file, string text, char separator, ref int at, ref int line)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var length = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
            var plain = length < 0 ? text[at..] : text.Substring(at, length);
            at += plain.Length;
            return plain;
        }

        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    at++;
                }
                else
                {
                    at++;
                    return at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n') ? throw new UnreadablePackageException("Import_BadQuotes", $"{file}:{line}") : cell.ToString();
                }
            }

            line += text[at] == '\n' ? 1 : 0;
            cell.Append(text[at]);
        }

        throw new UnreadablePackageException("Import_BadQuotes", $"{file}:{line}");
    }

    /// <summary>A line of the table.</summary>
    /// <param name="Line">The line it begins on.</param>
    /// <param name="IsWhole">Whether it has no more cells than there are columns.</param>
    /// <param name="Cells">What is written, by column; an empty cell isn’t there.</param>
    public sealed record Row(int Line, bool IsWhole, IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells.GetValueOrDefault(column, "");
    }
}
