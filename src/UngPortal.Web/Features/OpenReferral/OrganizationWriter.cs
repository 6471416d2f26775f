using UngPortal.Features.Places;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes who answers for services: municipalities, as <see cref="ResponsibleBody"/> knows them.</summary>
public static class OrganizationWriter
{
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
}
