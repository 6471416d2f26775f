using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using UngPortal.Platform.Web;

namespace UngPortal.Features.ServiceImports.Exporting;

/// <summary>Takes nested services apart into the tables of HSDS 3.0, packed as a tabular data package. What is an object under one of the portal’s own names is a cell of JSON.</summary>
public sealed class PackageTables
{
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["phones"] = "phones",
        ["schedules"] = "schedules",
        ["service_areas"] = "service_areas",
        ["service_at_locations"] = "service_at_location",
        ["location"] = "locations",
        ["addresses"] = "addresses",
        ["languages"] = "languages",
        ["cost_options"] = "cost_options",
        ["accessibility"] = "accessibility",
        ["attributes"] = "attributes",
        ["taxonomy_term"] = "taxonomy_terms",
        ["organization"] = "organizations",
    };

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Readable = new(Json) { WriteIndented = true, NewLine = "\n" };

    // A file that is packed twice is the same twice.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);

    public void Add(JsonObject service) => Add("services", service);

    /// <summary>Writes the package.</summary>
    public void Pack(Stream target)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Entry(zip, "datapackage.json", writer => writer.Write(Description().ToJsonString(Readable)));
        foreach (var (name, table) in _tables)
        {
            Entry(zip, name + ".csv", writer =>
            {
                writer.Write(CsvText.Line(table.Columns));
                foreach (var row in table.Rows)
                {
                    writer.Write(CsvText.Line(table.Columns.Select(column => CellText.Of(row.GetValueOrDefault(column, "")))));
                }
            });
        }
    }

    private static void Entry(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = NoTime;
        using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        write(writer);
    }

    private void Add(string name, JsonObject one)
    {
        if (!_tables.TryGetValue(name, out var table))
        {
            _tables[name] = table = new([], [], []);
        }

        if (one["id"]?.ToString() is { } id && !table.Ids.Add(id))
        {
            return;
        }

        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        table.Rows.Add(row);
        foreach (var (property, value) in one)
        {
            var part = Tables.GetValueOrDefault(property);
            if (part is not null && value is JsonObject nested)
            {
                Add(part, nested);
            }
            else if (part is not null && value is JsonArray all)
            {
                foreach (var item in all.OfType<JsonObject>())
                {
                    Add(part, item);
                }
            }
            else if (value is not null)
            {
                row[property] = value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(Json);
                if (!table.Columns.Contains(property))
                {
                    table.Columns.Add(property);
                }
            }
        }
    }

    private JsonObject Description() => new()
    {
        ["name"] = "ungportal-services",
        ["profile"] = "tabular-data-package",
        ["resources"] = new JsonArray([.. _tables.Select(pair => (JsonNode)new JsonObject
        {
            ["name"] = pair.Key,
            ["path"] = pair.Key + ".csv",
            ["profile"] = "tabular-data-resource",
            ["encoding"] = "utf-8",
            ["schema"] = new JsonObject { ["fields"] = new JsonArray([.. pair.Value.Columns.Select(column => (JsonNode)new JsonObject { ["name"] = column, ["type"] = "string" })]), ["primaryKey"] = "id" },
        })]),
    };

    private sealed record Table(List<string> Columns, List<Dictionary<string, string>> Rows, HashSet<string> Ids);
}
