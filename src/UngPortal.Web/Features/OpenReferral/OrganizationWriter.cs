using UngPortal.Features.Places;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes who answers for services. The register names nobody; only a municipality is known by its own pages, which tell of the service.</summary>
public static class OrganizationWriter
{
    private static readonly Dictionary<string, Municipality> ByHost = PlaceBook.Norway.Municipalities
        .GroupBy(own => HostOf(own.Website) ?? "", StringComparer.OrdinalIgnoreCase).Where(same => same.Key.Length > 0 && same.Count() == 1).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The municipality on whose own pages an address lies; null for any other.</summary>
    public static Municipality? Of(string? website)
    {
        for (var host = HostOf(website); host is not null; host = host.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? host[(dot + 1)..] : null)
        {
            if (ByHost.TryGetValue(host, out var municipality))
            {
                return municipality;
            }
        }

        return null;
    }

    public static Guid IdOf(Municipality municipality) => OpenReferralId.Of("organization", municipality.Number);

    public static OrganizationDocument Write(Municipality municipality, DocumentSetting setting, IReadOnlyList<ServiceDocument>? services = null, bool isFull = true)
    {
        var id = IdOf(municipality);
        return new()
        {
            Id = id,
            Name = setting.Texts["Hsds_Municipality", municipality.Name],
            Description = setting.Texts["Hsds_MunicipalityAbout", municipality.County],
            Website = municipality.Website,
            OrganizationIdentifiers = isFull ? [new() { Id = OpenReferralId.Of("organization_identifier", municipality.Number), OrganizationId = id, IdentifierScheme = "NO-KOMMUNE", IdentifierType = setting.Texts["Hsds_MunicipalityNumber"], Identifier = municipality.Number }] : null,
            Services = services,
        };
    }

    private static string? HostOf(string? website) => Uri.TryCreate(website, UriKind.Absolute, out var address) ? address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host : null;
}
