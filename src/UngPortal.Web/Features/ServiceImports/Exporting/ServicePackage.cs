using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Exporting;

/// <summary>Writes a service whole: as HSDS 3.0 has it, and under the portal’s own names what HSDS has no room for.</summary>
public static class ServicePackage
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What is true for a moment only, or stands elsewhere already.
    private static readonly string[] Momentary = ["x-live", "x-page", "x-distance-km", "taxonomy_detail"];

    /// <summary>The service, with its channels, place and areas.</summary>
    public static JsonObject Write(Service service, string status, DocumentSetting setting)
    {
        var node = JsonSerializer.SerializeToNode(ServiceWriter.Full(service, setting), Json)!.AsObject();
        Strip(node);
        node["status"] = status;
        Add(node, "x-name", service.Name);
        Add(node, "x-in-text", service.InText);
        Add(node, "x-description", service.Description);
        Add(node, "x-hours-note", service.HoursNote);
        Add(node, "x-note", service.Note);
        Add(node, "x-confidentiality", service.Confidentiality);
        Add(node, "x-alert", service.Alert);
        Add(node, "x-cost", service.Cost);
        node["x-run-by"] = service.RunBy;
        node["x-position"] = service.Position;
        node["x-drop-in"] = service.IsDropIn;
        node["x-website"] = service.Website;
        node["x-municipality"] = service.Municipality;
        node["x-channels"] = new JsonArray([.. service.Channels.OrderBy(channel => channel.Position).Select(Channel)]);
        if (service.Location is { } where && node["service_at_locations"]?[0]?["location"] is JsonObject location)
        {
            (location["x-address"], location["x-postal-code"]) = (where.Address, where.PostalCode);
        }

        return node;
    }

    private static JsonNode Channel(ServiceChannel channel) => new JsonObject
    {
        ["kind"] = channel.Kind.ToString().ToLowerInvariant(),
        ["address"] = channel.Address,
        ["display"] = channel.DisplayAddress,
        ["x-opening-hours"] = channel.Hours,
    };

    private static void Add(JsonObject node, string name, LocalizedText text)
    {
        if (text.Count > 0)
        {
            node[name] = new JsonObject(text.Select(version => KeyValuePair.Create(version.Key, (JsonNode?)version.Value)));
        }
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject one)
        {
            Array.ForEach(Momentary, name => one.Remove(name));
            foreach (var (_, value) in one)
            {
                Strip(value);
            }
        }
        else if (node is JsonArray all)
        {
            foreach (var value in all)
            {
                Strip(value);
            }
        }
    }
}
