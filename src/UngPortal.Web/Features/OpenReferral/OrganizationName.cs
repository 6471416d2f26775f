using UngPortal.Features.Places;
using UngPortal.Platform.Words;

namespace UngPortal.Features.OpenReferral;

/// <summary>The names by which services tell who answers for them. Those that differ only in capitals, accents or signs are one organisation’s.</summary>
public static class OrganizationName
{
    private const string Kind = "organization";
    private static readonly string[] Endings = ["kommune", "municipality"];

    // Two municipalities are called Våler, and two Herøy: the name alone doesn't say which.
    private static readonly Dictionary<string, Municipality> ByName = PlaceBook.Norway.Municipalities.SelectMany(NamesOf, (own, name) => (Own: own, Key: KeyOf(name))).Distinct()
        .GroupBy(named => named.Key, StringComparer.Ordinal).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First().Own, StringComparer.Ordinal);

    public static Guid IdOf(Municipality municipality) => OpenReferralId.Of(Kind, municipality.Number);

    public static Guid IdOf(string name) => MunicipalityOf(name) is { } own ? IdOf(own) : OpenReferralId.Of(Kind, KeyOf(name));

    /// <summary>The municipality whose name it is; null for anybody else's.</summary>
    public static Municipality? MunicipalityOf(string name) => ByName.GetValueOrDefault(KeyOf(name));

    private static IEnumerable<string> NamesOf(Municipality own) =>
        own.Official.Split(" - ").Append(own.Official).Append(own.Name).SelectMany(name => Endings, (name, ending) => $"{name} {ending}");

    private static string KeyOf(string name) => string.Join(' ', Word.In(name).Select(word => word.Text)) is { Length: > 0 } words ? words : name;
}
