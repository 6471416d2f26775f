using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace UngPortal.Tests.Features.Api;

/// <summary>The JSON schemas of HSDS 3.0, as Open Referral publishes them, in one document so that they may point to each other.</summary>
internal static class HsdsSchemas
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Features", "Api", "hsds-3.0");
    private static readonly ConcurrentDictionary<string, Lazy<JsonSchema>> Made = new(StringComparer.Ordinal);

    /// <summary>What the document breaks of the schema; nothing when it is valid.</summary>
    public static IReadOnlyList<string> Faults(string schema, JsonElement document)
    {
        var results = Made.GetOrAdd(schema, name => new(() => Make(name))).Value.Evaluate(document, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return results.IsValid ? [] : [.. (results.Details ?? []).Where(detail => detail.Errors is { Count: > 0 }).Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}").Take(5)];
    }

    /// <summary>The rules of a page around its contents, from HSDS's own description.</summary>
    public static JsonElement Openapi { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "openapi.json"))).RootElement;

    private static JsonSchema Make(string schema)
    {
        var all = new JsonObject { ["page.json"] = JsonNode.Parse(Openapi.GetProperty("components").GetProperty("schemas").GetProperty("Page").GetRawText()) };
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Where(file => Path.GetFileName(file) != "openapi.json"))
        {
            all[Path.GetFileName(file)] = Inside(JsonNode.Parse(File.ReadAllText(file)));
        }

        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = $"https://hsds.test/{schema}", ["$ref"] = $"#/$defs/{schema}.json", ["$defs"] = all };
        return JsonSchema.FromText(whole.ToJsonString(), new BuildOptions { SchemaRegistry = new() });
    }

    /// <summary>A file's name, where one schema points to another, becomes its place in the one document.</summary>
    private static JsonNode? Inside(JsonNode? node) => node switch
    {
        JsonObject rules => new JsonObject(rules.Select(rule => KeyValuePair.Create(rule.Key, rule.Key == "$ref" ? $"#/$defs/{rule.Value}" : Inside(rule.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Inside)]),
        _ => node?.DeepClone(),
    };
}
