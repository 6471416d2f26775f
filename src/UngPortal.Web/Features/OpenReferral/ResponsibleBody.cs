using UngPortal.Features.Places;
using UngPortal.Features.Services;

namespace UngPortal.Features.OpenReferral;

/// <summary>Who answers for a service, and how that is known.</summary>
/// <param name="Municipality">The municipality that it is; null for anybody else.</param>
/// <param name="Name">The name that the service has told; null where nobody has.</param>
/// <param name="Basis"><c>told</c> where the service has told, <c>own-page</c> where a municipality's own pages tell of it, <c>law</c> where the law makes it the municipality's.</param>
public sealed record ResponsibleBody(Municipality? Municipality, string? Name, string Basis)
{
    private const string Told = "told";
    private const string OwnPage = "own-page";
    private const string Law = "law";

    /// <summary>What every municipality must have: health services in schools, health clinics (those for the young are among them) and an emergency clinic.</summary>
    /// <remarks>Source: helse- og omsorgstjenesteloven § 3-2, first paragraph, no. 1 and 3. Family counselling is the state's, given by its own offices or by foundations: who, nobody has told us.</remarks>
    private static readonly HashSet<string> ByLaw = new(["helsestasjon", "hfu", "legevakt", "skolehelsetjeneste"], StringComparer.Ordinal);

    private static readonly Dictionary<string, Municipality> ByHost = PlaceBook.Norway.Municipalities
        .GroupBy(own => HostOf(own.Website) ?? "", StringComparer.OrdinalIgnoreCase).Where(same => same.Key.Length > 0 && same.Count() == 1).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The organisation's id.</summary>
    public Guid Id { get; } = Municipality is null ? OrganizationName.IdOf(Name!) : OrganizationName.IdOf(Municipality);

    /// <summary>Null where it isn't known.</summary>
    public static ResponsibleBody? Of(Service service) => Of(service.RunBy, service.Website, service.Type, service.Municipality, [.. service.Areas.Select(area => area.Municipality)]);

    /// <summary>The same, of what was read of a service.</summary>
    public static ResponsibleBody? Of(string? runBy, string? website, string? type, string? municipality, IReadOnlyCollection<string> areas) =>
        runBy is not null ? new(OrganizationName.MunicipalityOf(runBy), runBy, Told)
        : OnOwnPage(website) is { } own ? new(own, null, OwnPage)
        : website is null && ByLaw.Contains(type ?? "") && OnlyOne(municipality, areas) is { } one ? new(one, null, Law) : null;

    /// <summary>Whether it is one that is worked out anew from the rest of a service, and that nobody has told.</summary>
    public static bool IsDerived(string basis) => basis is OwnPage or Law;

    /// <summary>The municipality on whose own pages an address lies; null for any other.</summary>
    public static Municipality? OnOwnPage(string? website)
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

    /// <summary>What several share is run by one of them or by a company that they own: which, the law doesn't say.</summary>
    private static Municipality? OnlyOne(string? number, IReadOnlyCollection<string> areas) =>
        number is not null && PlaceBook.Norway.MunicipalityOf(number) is { } own && areas.All(area => PlaceBook.Norway.MunicipalityOf(area) == own) ? own : null;

    private static string? HostOf(string? website) => Uri.TryCreate(website, UriKind.Absolute, out var address) ? address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host : null;
}
