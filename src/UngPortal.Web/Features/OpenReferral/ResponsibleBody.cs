using UngPortal.Features.Places;
using UngPortal.Features.Services;

namespace UngPortal.Features.OpenReferral;

/// <summary>The municipality that answers for a service, and how that is known. The register itself names nobody.</summary>
/// <param name="Municipality">Which one.</param>
/// <param name="Basis"><c>own-page</c> where the municipality's own pages tell of the service, <c>law</c> where the law makes it the municipality's.</param>
public sealed record ResponsibleBody(Municipality Municipality, string Basis)
{
    private const string OwnPage = "own-page";
    private const string Law = "law";

    /// <summary>What every municipality must have: health services in schools, health clinics (those for the young are among them) and an emergency clinic.</summary>
    /// <remarks>Source: helse- og omsorgstjenesteloven § 3-2, first paragraph, no. 1 and 3. Family counselling is the state's, given by its own offices or by foundations: who, nobody has told us.</remarks>
    private static readonly HashSet<string> ByLaw = new(["helsestasjon", "hfu", "legevakt", "skolehelsetjeneste"], StringComparer.Ordinal);

    private static readonly Dictionary<string, Municipality> ByHost = PlaceBook.Norway.Municipalities
        .GroupBy(own => HostOf(own.Website) ?? "", StringComparer.OrdinalIgnoreCase).Where(same => same.Key.Length > 0 && same.Count() == 1).ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where it isn't known.</summary>
    public static ResponsibleBody? Of(Service service) => Of(service.Website, service.Type, service.Municipality, [.. service.Areas.Select(area => area.Municipality)]);

    /// <summary>The same, of what was read of a service.</summary>
    public static ResponsibleBody? Of(string? website, string? type, string? municipality, IReadOnlyCollection<string> areas) =>
        OnOwnPage(website) is { } own ? new(own, OwnPage) : website is null && ByLaw.Contains(type ?? "") && OnlyOne(municipality, areas) is { } one ? new(one, Law) : null;

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
