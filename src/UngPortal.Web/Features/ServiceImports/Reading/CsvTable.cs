using System.Globalization;
using CsvHelper;

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

    /// <summary>What is wrong with a row that has more cells than there are columns; one with fewer says nothing in the last ones.</summary>
    public ImportFault? FaultOf(Row row) => row.Count <= Columns.Count ? null : new(ImportFaultKind.BadCells, string.Create(CultureInfo.InvariantCulture, $"{row.Count} > {Columns.Count}"));

    /// <summary>Reads the text; the first line names the columns, and decides between comma, semicolon and tab.</summary>
    public static CsvTable Read(string file, string text)
    {
        try
        {
            using var reader = CsvReader.FromText(text, Options(text));
            return reader.Read() ? Read(file, reader) : throw new UnreadablePackageException("Import_NoColumns", file);
        }
        catch (CsvFormatException problem)
        {
            throw new UnreadablePackageException("Import_BadQuotes", $"{file}:{problem.LineNumber}");
        }
    }

    private static CsvTable Read(string file, CsvReader reader)
    {
        List<string> columns = [.. Record(reader).Select(name => name.Trim().ToLowerInvariant())];
        if (columns.Count > ColumnsMost || columns.Exists(name => name.Length == 0) || columns.Distinct().Count() != columns.Count)
        {
            throw new UnreadablePackageException("Import_BadColumns", file);
        }

        List<Row> rows = [];
        while (reader.Read())
        {
            rows.Add(rows.Count < RowsMost ? new((int)reader.LineNumber, Cells(columns, Record(reader)), reader.FieldCount) : throw new UnreadablePackageException("Import_TooManyRows", file));
        }

        return new(file, columns, rows);
    }

    // Names of columns come from outside: they stand in no exception, and no separator is guessed from what the rows hold.
    private static CsvReaderOptions Options(string text)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return CsvReaderOptions.Default with
        {
            Separator = first.Contains('\t') ? '\t' : first.Count(';') > first.Count(',') ? ';' : ',',
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
        };
    }

    private static string[] Record(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static Dictionary<string, string> Cells(List<string> columns, string[] cells) =>
        columns.Take(cells.Length).Select((name, at) => (name, Cell: Plain(cells[at]))).Where(pair => pair.Cell.Length > 0).ToDictionary(pair => pair.name, pair => pair.Cell, StringComparer.Ordinal);

    private static string Plain(string cell)
    {
        var bare = cell.AsSpan().TrimStart('\'');
        return bare.Length < cell.Length && bare is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? cell[1..] : cell;
    }

    /// <summary>A line of the table.</summary>
    /// <param name="Line">The line it begins on.</param>
    /// <param name="Cells">What is written, by column; an empty cell isn’t there.</param>
    /// <param name="Count">How many cells it has, with the empty ones.</param>
    public sealed record Row(int Line, IReadOnlyDictionary<string, string> Cells, int Count)
    {
        public string this[string column] => Cells.GetValueOrDefault(column, "");
    }
}
