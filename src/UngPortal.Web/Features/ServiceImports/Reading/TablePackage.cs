using System.Text.Json.Nodes;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Puts the tables of HSDS 1.1, 2.0 or 3.0 together into services in the nested shape of HSDS 3.0.</summary>
public static class TablePackage
{
    private static readonly string[] Ages = ["minimum_age", "maximum_age"];

    /// <summary>The services, and a fault for each row that belongs to nothing.</summary>
    public static IReadOnlyList<PackageItem> Join(IReadOnlyList<CsvTable> tables)
    {
        var services = tables.FirstOrDefault(table => TableNames.Services.Contains(StemOf(table))) ?? throw new UnreadablePackageException("Import_NoServiceTable", "services.csv");
        List<PackageItem> items = [], lost = [];
        var known = new Dictionary<(string, string), JsonObject>();
        foreach (var row in services.Rows)
        {
            var service = RowObject.Of(services, row, out var fault);
            items.Add(new(services.File, row.Line, service, fault));
            if (service is not null)
            {
                known.TryAdd(("service", row["id"]), service);
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in TableNames.Parts)
        {
            foreach (var table in tables.Where(table => part.Files.Contains(StemOf(table))))
            {
                foreach (var row in table.Rows)
                {
                    Hang(part, table, row, known, seen, lost);
                }
            }
        }

        // Only now does each place hold all that hangs on it.
        foreach (var place in items.SelectMany(item => item.Service?["service_at_locations"] as JsonArray ?? []).OfType<JsonObject>())
        {
            place["location"] = known.GetValueOrDefault(("location", place["location_id"]?.ToString() ?? ""))?.DeepClone();
        }

        foreach (var service in items.Select(item => item.Service).OfType<JsonObject>())
        {
            if (known.GetValueOrDefault(("organization", service["organization_id"]?.ToString() ?? "")) is { } organization)
            {
                service["organization"] = organization.DeepClone();
            }
        }

        return [.. items, .. lost];
    }

    private static void Hang((string Table, string[] Files, (string Column, string Parent)[] Parents, string Property) part, CsvTable table, CsvTable.Row row, Dictionary<(string, string), JsonObject> known, HashSet<string> seen, List<PackageItem> lost)
    {
        // The same phone may be that of several services; the same row twice is one too many.
        var key = string.Join('\n', part.Parents.Select(parent => row[parent.Column]).Prepend(row["id"]).Prepend(part.Table));
        var own = RowObject.Of(table, row, out var fault);
        fault ??= row["id"].Length > 0 && !seen.Add(key) ? ImportFault.Of(ImportFaultKind.RowTwice, "id", row["id"]) : null;
        if (own is null || fault is not null)
        {
            lost.Add(new(table.File, row.Line, null, fault));
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
            Lift(part.Table, own, parent);
            (parent[part.Property] as JsonArray ?? Added(parent, part.Property)).Add((JsonNode)own);
        }
        else if (part.Parents.Length > 0 && !TableNames.IsOfAnother(part.Table, table.File, row) && !Array.Exists(TableNames.OtherParents, column => row[column].Length > 0))
        {
            var lacking = part.Table == "service_at_location" && named.Count > 0 && known.ContainsKey(("service", row["service_id"])) ? "location_id" : named.Count > 0 ? named[0].Column : part.Parents[0].Column;
            lost.Add(new(table.File, row.Line, null, ImportFault.Of(ImportFaultKind.Orphan, lacking, row[lacking])));
        }
    }

    /// <summary>Gives a row what another table holds of it, and what older versions call otherwise.</summary>
    private static void Fit(string table, CsvTable.Row row, JsonObject own, Dictionary<(string, string), JsonObject> known)
    {
        if (table == "attribute" && known.TryGetValue(("taxonomy_term", row["taxonomy_term_id"] is { Length: > 0 } id ? id : row["taxonomy_id"]), out var term))
        {
            own["taxonomy_term"] = term.DeepClone();
        }

        foreach (var (_, before, now) in TableNames.Renamed.Where(renamed => renamed.Table == table && row[renamed.Before].Length > 0 && row[renamed.Now].Length == 0))
        {
            own[now] = now == "byday" ? WeekdayNames.CodeOf(row[before]) : row[before];
            own[PackageItem.ColumnsMark] = new JsonObject { [now] = before };
        }
    }

    /// <summary>Gives a service the ages that older versions keep in a table beside it.</summary>
    private static void Lift(string table, JsonObject own, JsonObject parent)
    {
        foreach (var name in table == "eligibility" ? Ages : [])
        {
            if (parent[name] is null && own[name] is { } age)
            {
                parent[name] = age.DeepClone();
            }
        }
    }

    private static JsonArray Added(JsonObject parent, string property)
    {
        var all = new JsonArray();
        parent[property] = all;
        return all;
    }

    private static string StemOf(CsvTable table) => Path.GetFileNameWithoutExtension(table.File).ToLowerInvariant();
}
