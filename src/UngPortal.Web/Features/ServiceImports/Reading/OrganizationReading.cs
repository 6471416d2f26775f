using System.Text.Json.Nodes;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Who answers for a service: the name of its organisation, unless that is one that the portal itself worked out.</summary>
internal static class OrganizationReading
{
    /// <summary>The portal’s own name for what a service has told; in HSDS the first of an organisation’s spellings stands for all.</summary>
    public const string Own = "x-run-by";

    private const string Organization = "organization";

    /// <summary>The name; null when there is none.</summary>
    public static string? RunBy(ServicePart service)
    {
        var own = Service.RunByOf(service.Text(Own, Service.RunByMaxLength));
        var organization = service.Part(Organization);
        var name = ResponsibleBody.IsDerived(service.Text("x-organization-basis")) && own is null ? null : Service.RunByOf(organization?.Text("name", Service.RunByMaxLength));
        if (own is not null && name is not null && OrganizationName.IdOf(own) != OrganizationName.IdOf(name))
        {
            organization!.Fail(ImportFaultKind.Disagrees, "name", $"{Organization} / {Own}");
        }

        return own ?? name;
    }

    /// <summary>The names by the ids by which services name them: of the list beside the services, or of the one organisation that is written around them, which those that name none belong to as well.</summary>
    public static Dictionary<string, JsonValue> NamesIn(JsonObject around)
    {
        if (around["organizations"] is not JsonArray beside)
        {
            return around["name"] is JsonValue own ? new Dictionary<string, JsonValue>(StringComparer.Ordinal) { [""] = own, [IdOf(around["id"])] = own } : [];
        }

        var names = new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        foreach (var one in beside.OfType<JsonObject>())
        {
            if (one["name"] is JsonValue name && IdOf(one["id"]) is { Length: > 0 } id)
            {
                names.TryAdd(id, name);
            }
        }

        return names;
    }

    /// <summary>Gives a service the organisation that it names and doesn’t hold.</summary>
    public static JsonObject Joined(JsonObject service, Dictionary<string, JsonValue> names)
    {
        if (service[Organization] is not JsonObject && names.TryGetValue(IdOf(service["organization_id"]), out var name))
        {
            service[Organization] = new JsonObject { ["name"] = name.DeepClone() };
        }

        return service;
    }

    private static string IdOf(JsonNode? id)
    {
        try
        {
            return id?.ToString() ?? "";
        }
        catch (InvalidOperationException) // Half a letter, written as JSON writes them.
        {
            return "";
        }
    }
}
