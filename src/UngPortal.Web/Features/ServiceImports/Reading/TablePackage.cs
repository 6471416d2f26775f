using System.Text.Json;
using System.Text.Json.Nodes;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Puts the tables of HSDS 1.1, 2.0 or 3.0 together into services in the nested shape of HSDS 3.0.</summary>
public static class TablePackage
{
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>The services, and a fault for each row that belongs to nothing.</summary>
    public static IReadOnlyList<PackageItem> Join(IReadOnlyList<CsvTable> tables)
    {
        var services = tables.FirstOrDefault(table => TableNames.Services.Contains(StemOf(table))) ?? throw new UnreadablePackageException("Import_NoServiceTable", "services.csv");
        List<PackageItem> items = [], lost = [];
        var known = new Dictionary<(string, string), JsonObject>();
        foreach (var row in services.Rows)
        {
            var service = ObjectOf(services, row);
            items.Add(service is null ? new(services.File, row.Line, null, new(ImportFaultKind.BadCells)) : new(services.File, row.Line, service));
            if (service is not null)
            {
                known.TryAdd(("service", row["id"]), service);
            }
        }

        foreach (var part in TableNames.Parts)
        {
            foreach (var table in tables.Where(table => part.Files.Contains(StemOf(table))))
            {
                foreach (var row in table.Rows)
                {
                    Hang(part, table, row, known, lost);
                }
            }
        }

        // Only now does each place hold all that hangs on it.
        foreach (var place in known.Where(pair => pair.Key.Item1 == "service_at_location").Select(pair => pair.Value))
        {
            place["location"] = known.GetValueOrDefault(("location", place["location_id"]?.ToString() ?? ""))?.DeepClone();
        }

        return [.. items, .. lost];
    }

    private static void Hang((string Table, string[] Files, (string Column, string Parent)[] Parents, string Property) part, CsvTable table, CsvTable.Row row, Dictionary<(string, string), JsonObject> known, List<PackageItem> lost)
    {
        if (ObjectOf(table, row) is not { } own)
        {
            lost.Add(new(table.File, row.Line, null, new(ImportFaultKind.BadCells)));
            return;
        }

        Fit(part.Table, row, own, known);
        if (row["id"].Length > 0)
        {
            known.TryAdd((part.Table, row["id"]), own);
        }

        var named = part.Parents.Where(parent => row[parent.Column].Length > 0).ToList();
        var found = named.Where(parent => known.ContainsKey((parent.Parent, row[parent.Column]))).ToList();
        if (part.Table == "service_at_location" && !known.ContainsKey(("location", row["location_id"])))
        {
            found = [];
        }

        if (found.Count > 0)
        {
            var parent = known[(found[^1].Parent, row[found[^1].Column])];
            (parent[part.Property] as JsonArray ?? Added(parent, part.Property)).Add((JsonNode)own);
        }
        else if (part.Parents.Length > 0 && !Array.Exists(TableNames.OtherParents, column => row[column].Length > 0))
        {
            lost.Add(new(table.File, row.Line, null, ImportFault.Of(ImportFaultKind.Orphan, named.Count > 0 ? row[named[0].Column] : row["id"])));
        }
    }

    /// <summary>Gives a row what another table holds of it, and what older versions call otherwise.</summary>
    private static void Fit(string table, CsvTable.Row row, JsonObject own, Dictionary<(string, string), JsonObject> known)
    {
        if (table == "attribute" && known.TryGetValue(("taxonomy_term", row["taxonomy_term_id"] is { Length: > 0 } id ? id : row["taxonomy_id"]), out var term))
        {
            own["taxonomy_term"] = term.DeepClone();
        }

        if (table == "schedule" && row["weekday"] is { Length: > 0 } weekday && row["byday"].Length == 0)
        {
            own["byday"] = int.TryParse(weekday, out var day) && day is >= 1 and <= 7 ? Weekdays[day - 1] : weekday.Length >= 2 ? weekday[..2].ToUpperInvariant() : weekday;
        }
    }

    private static JsonArray Added(JsonObject parent, string property)
    {
        var all = new JsonArray();
        parent[property] = all;
        return all;
    }

    private static JsonObject? ObjectOf(CsvTable table, CsvTable.Row row)
    {
        var all = new JsonObject { [PackageItem.FileMark] = table.File, [PackageItem.LineMark] = row.Line };
        foreach (var (column, cell) in row.Cells)
        {
            if (!TryRead(column, cell, out var value))
            {
                return null;
            }

            all[column] = value;
        }

        return row.IsWhole ? all : null;
    }

    /// <summary>A cell; what stands under a name of the portal’s own may be JSON.</summary>
    private static bool TryRead(string column, string cell, out JsonNode? value)
    {
        value = cell;
        if (!column.StartsWith("x-", StringComparison.Ordinal) || cell[0] is not ('{' or '['))
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

    private static string StemOf(CsvTable table) => Path.GetFileNameWithoutExtension(table.File).ToLowerInvariant();
}
