namespace UngPortal.Features.Api.Answering;

/// <summary>What is declared of where facts come from; the same as content/geo/LICENSE.md and the page about the portal.</summary>
internal static class Licences
{
    public static readonly IReadOnlyList<LicenceDocument> All =
    [
        new("names, numbers, addresses and hours of services", "No licence is declared. They are facts: name the source that stands with each service (x-source).", "The source of each service", null),
        new("descriptions and notes", "No licence is declared. They are the portal's own words: quote them with the portal's name, or ask.", "UngPortal", null),
        new("postal codes and post places", "NLOD", "Bring/Posten Norge, Postnummerregisteret", "https://www.bring.no/postnummerregister-ansi.txt"),
        new("coordinates of postal codes and post places (x-precision postal-code and post-place)", "CC BY 3.0", "Erik Bolstad, Postnummer i Noreg", "https://www.erikbolstad.no/postnummer/"),
        new("municipalities and counties", "CC BY 4.0", "Kartverket", "https://www.kartverket.no/"),
        new("coordinates of some addresses (x-precision address)", "ODbL", "OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"),
    ];
}
