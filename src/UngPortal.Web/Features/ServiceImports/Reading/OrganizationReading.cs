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

    /// <summary>Gives a service the organisation that is written around it, or in a list beside it.</summary>
    public static JsonObject Joined(JsonObject service, JsonObject around)
    {
        if (service[Organization] is JsonObject)
        {
            return service;
        }

        var id = IdOf(service["organization_id"]);
        var found = around["organizations"] is JsonArray beside ? beside.OfType<JsonObject>().FirstOrDefault(one => id.Length > 0 && IdOf(one["id"]) == id)
            : id.Length == 0 || IdOf(around["id"]) == id ? around : null;
        if (found?["name"] is JsonValue name)
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
