using UngPortal.Features.Places;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes who answers for services, as <see cref="ResponsibleBody"/> knows them.</summary>
public static class OrganizationWriter
{
    public static OrganizationDocument Write(ResponsibleBody body, DocumentSetting setting, IReadOnlyList<ServiceDocument>? services = null, bool isFull = true) =>
        body.Municipality is { } municipality
            ? Write(municipality, body.Id, setting, isFull) with { Services = services }
            : new() { Id = body.Id, Name = body.Name!, Description = setting.Texts["Hsds_OrganizationAbout"], Services = services };

    private static OrganizationDocument Write(Municipality municipality, Guid id, DocumentSetting setting, bool isFull) => new()
    {
        Id = id,
        Name = setting.Texts["Hsds_Municipality", municipality.Name],
        Description = setting.Texts["Hsds_MunicipalityAbout", municipality.County],
        Website = municipality.Website,
        OrganizationIdentifiers = isFull ? [new() { Id = OpenReferralId.Of("organization_identifier", municipality.Number), OrganizationId = id, IdentifierScheme = "NO-KOMMUNE", IdentifierType = setting.Texts["Hsds_MunicipalityNumber"], Identifier = municipality.Number }] : null,
    };
}
