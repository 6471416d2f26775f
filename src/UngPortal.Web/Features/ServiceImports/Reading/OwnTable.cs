using System.Text.Json.Nodes;
using UngPortal.Features.Services;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Reads the portal’s own table into the nested shape that everything else is read from.</summary>
public static class OwnTable
{
    public static bool Is(CsvTable table) => table.Columns.Contains("navn") && table.Columns.Contains(OwnColumns.Kind);

    public static IReadOnlyList<PackageItem> Read(CsvTable table)
    {
        var known = OwnColumns.All(OwnColumns.WaysMost).ToHashSet(StringComparer.Ordinal);
        return table.Columns.FirstOrDefault(column => !known.Contains(column)) is { } strange
            ? throw new UnreadablePackageException("Import_UnknownColumn", strange)
            : [.. table.Rows.Select(row => table.FaultOf(row) is { } fault ? new PackageItem(table.File, row.Line, null, fault) : new(table.File, row.Line, Service(row)))];
    }

    private static JsonObject Service(CsvTable.Row row)
    {
        var service = new JsonObject
        {
            [PackageItem.ColumnsMark] = Named(OwnColumns.Fields),
            ["id"] = row[OwnColumns.Slug].Length > 0 ? row[OwnColumns.Slug] : $"{row["navn"]} {row[OwnColumns.Municipality]}".Trim(),
            ["x-slug"] = row[OwnColumns.Slug],
            ["name"] = row["navn"],
            ["status"] = row[OwnColumns.Status],
            ["assured_date"] = row[OwnColumns.Assured],
            ["minimum_age"] = row[OwnColumns.AgeFrom],
            ["maximum_age"] = row[OwnColumns.AgeTo],
            ["url"] = row[OwnColumns.Website],
            ["x-website"] = row[OwnColumns.Website],
            ["x-run-by"] = row[OwnColumns.RunBy],
            ["x-source"] = new JsonObject { ["name"] = row[OwnColumns.Source] },
            ["x-position"] = row[OwnColumns.Position],
            ["x-municipality"] = row[OwnColumns.Municipality],
            ["x-drop-in"] = row[OwnColumns.DropIn].Equals(OwnColumns.Yes, StringComparison.OrdinalIgnoreCase) ? "true" : "false",
            ["attributes"] = Terms(row),
            ["service_areas"] = new JsonArray([.. Words(row[OwnColumns.Serves]).Select(word => (JsonNode)new JsonObject { [PackageItem.ColumnsMark] = Named([("name", OwnColumns.Serves), ("x-municipality", OwnColumns.Serves)]), [char.IsAsciiDigit(word[0]) ? "x-municipality" : "name"] = word })]),
            ["languages"] = new JsonArray([.. Words(row[OwnColumns.Languages]).Select(code => (JsonNode)new JsonObject { [PackageItem.ColumnsMark] = Named([("code", OwnColumns.Languages)]), ["code"] = code })]),
            ["x-told"] = new JsonArray([.. new[] { OwnColumns.Offers, OwnColumns.Access, OwnColumns.People }.SelectMany(column => Words(row[column])).Select(fact => (JsonNode)fact)]),
            ["x-channels"] = new JsonArray([.. Ways(row)]),
        };
        foreach (var (column, field) in OwnColumns.Texts)
        {
            service[field] = new JsonObject(OwnColumns.LanguageCodes.Select(code => KeyValuePair.Create(code, row[OwnColumns.Text(column, code)])).Where(text => text.Value.Length > 0).Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)));
        }

        if (row[OwnColumns.Latitude].Length > 0 || row[OwnColumns.PostalCode].Length > 0 || row[OwnColumns.Address].Length > 0)
        {
            service["service_at_locations"] = new JsonArray(new JsonObject { ["location"] = Location(row) });
        }

        return service;
    }

    private static JsonObject Location(CsvTable.Row row) => new()
    {
        [PackageItem.ColumnsMark] = Named(OwnColumns.Fields),
        ["location_type"] = "physical",
        ["latitude"] = row[OwnColumns.Latitude],
        ["longitude"] = row[OwnColumns.Longitude],
        ["x-address"] = row[OwnColumns.Address],
        ["x-postal-code"] = row[OwnColumns.PostalCode],
        ["x-precision"] = row[OwnColumns.Precision],
        ["x-municipality"] = row[OwnColumns.Municipality],
    };

    private static JsonObject Named(IEnumerable<(string Field, string Column)> fields) => new(fields.Select(field => KeyValuePair.Create(field.Field, (JsonNode?)field.Column)));

    private static JsonArray Terms(CsvTable.Row row) => new([
        Term("kind", row[OwnColumns.Kind]),
        .. row[OwnColumns.Type].Length > 0 ? new JsonNode[] { Term("type", row[OwnColumns.Type]) } : [],
        .. Words(row[OwnColumns.Topics]).Select(topic => Term("topic", topic))]);

    private static JsonObject Term(string link, string code) => new JsonObject { ["link_type"] = link, ["code"] = code };

    private static IEnumerable<JsonNode> Ways(CsvTable.Row row)
    {
        for (var way = 1; way <= OwnColumns.WaysMost; way++)
        {
            if (row[OwnColumns.Way(way, "slag")] is { Length: > 0 } kind)
            {
                var (address, display) = (row[OwnColumns.Way(way, "adresse")], row[OwnColumns.Way(way, "vist")]);
                yield return new JsonObject
                {
                    [PackageItem.ColumnsMark] = Named([("kind", OwnColumns.Way(way, "slag")), ("address", OwnColumns.Way(way, "adresse")), ("display", OwnColumns.Way(way, "vist")), ("x-opening-hours", OwnColumns.Way(way, "tider"))]),
                    ["kind"] = kind,
                    ["address"] = address,
                    ["display"] = display.Length > 0 ? display : address,
                    ["x-opening-hours"] = HoursWords.ToSyntax(row[OwnColumns.Way(way, "tider")]),
                };
            }
        }
    }

    private static string[] Words(string text) => text.Split([';', ',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
