using System.Text.Json;
using System.Text.Json.Nodes;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>A row of a table as an object in the nested shape.</summary>
internal static class RowObject
{
    /// <summary>The row with the place where it stands; null where <paramref name="fault"/> says what is wrong.</summary>
    public static JsonObject? Of(CsvTable table, CsvTable.Row row, out ImportFault? fault)
    {
        var all = new JsonObject { [PackageItem.FileMark] = table.File, [PackageItem.LineMark] = row.Line };
        fault = table.FaultOf(row);
        foreach (var (column, cell) in row.Cells)
        {
            if (!TryRead(column, cell, out var value))
            {
                fault ??= ImportFault.Of(ImportFaultKind.BadCells, column, cell);
            }

            all[column] = value;
        }

        return fault is null ? all : null;
    }

    /// <summary>A cell; what stands under a name of the portal’s own may be JSON, except a name, whatever it begins with.</summary>
    private static bool TryRead(string column, string cell, out JsonNode? value)
    {
        value = cell;
        if (!column.StartsWith("x-", StringComparison.Ordinal) || column == OrganizationReading.Own || cell[0] is not ('{' or '['))
        {
            return true;
        }

        try
        {
            value = JsonNode.Parse(cell, documentOptions: new JsonDocumentOptions { MaxDepth = 8 });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
