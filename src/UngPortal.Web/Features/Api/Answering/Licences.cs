using Microsoft.Extensions.Localization;

namespace UngPortal.Features.Api.Answering;

/// <summary>What is declared of where facts come from; the same as content/geo/LICENSE.md and the page about the portal.</summary>
internal static class Licences
{
    /// <summary>In the language of the current culture; names of licences and of whom to name are the same in all.</summary>
    public static IReadOnlyList<LicenceDocument> In(IStringLocalizer texts) =>
    [
        new(texts["Api_LicenceFacts"], texts["Api_LicenceFactsTerms"], $"{texts["Api_LicenceFactsBy"]} (x-source)", null),
        new(texts["Api_LicenceWords"], texts["Api_LicenceWordsTerms"], "UngPortal", null),
        new(texts["Api_LicenceCodes"], "NLOD", "Bring/Posten Norge, Postnummerregisteret", "https://www.bring.no/postnummerregister-ansi.txt"),
        new($"{texts["Api_LicencePoints"]} (x-precision: postal-code, post-place)", "CC BY 3.0", "Erik Bolstad, Postnummer i Noreg", "https://www.erikbolstad.no/postnummer/"),
        new(texts["Api_LicenceMunicipalities"], "CC BY 4.0", "Kartverket", "https://www.kartverket.no/"),
        new($"{texts["Api_LicenceAddresses"]} (x-precision: address)", "ODbL", "OpenStreetMap contributors", "https://www.openstreetmap.org/copyright"),
    ];
}
