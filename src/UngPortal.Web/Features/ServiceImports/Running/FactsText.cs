using System.Text.Json;
using System.Text.Json.Nodes;
using UngPortal.Features.Services;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Facts as a text that is kept and read back, and which of them differ.</summary>
public static class FactsText
{
    private static readonly JsonSerializerOptions Json = new(JsonColumn.Options) { IncludeFields = true };

    // What the database gives a row, and what follows from the rest.
    private static readonly string[] NotFacts = ["id", "serviceId", "href", "point"];

    public static string Of(ServiceFacts facts) => NodeOf(facts).ToJsonString(JsonColumn.Options);

    public static ServiceFacts Read(string text) => JsonSerializer.Deserialize<ServiceFacts>(text, Json)!;

    /// <summary>The names of the facts that differ, in a set order.</summary>
    public static string[] Differences(ServiceFacts a, ServiceFacts b)
    {
        var (left, right) = (Flat(NodeOf(a)), Flat(NodeOf(b)));
        return [.. left.Keys.Union(right.Keys).Where(name => !JsonNode.DeepEquals(left.GetValueOrDefault(name), right.GetValueOrDefault(name)))];
    }

    private static JsonObject NodeOf(ServiceFacts facts)
    {
        var node = JsonSerializer.SerializeToNode(facts, Json)!.AsObject();
        foreach (var row in node["channels"]!.AsArray().Append(node["local"]?["location"]).OfType<JsonObject>())
        {
            Array.ForEach(NotFacts, name => row.Remove(name));
        }

        return node;
    }

    private static Dictionary<string, JsonNode?> Flat(JsonObject node)
    {
        var local = node["local"] as JsonObject ?? [];
        var all = node.Where(pair => pair.Key != "local" && !local.ContainsKey(pair.Key)).Concat(local);
        return all.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }
}
