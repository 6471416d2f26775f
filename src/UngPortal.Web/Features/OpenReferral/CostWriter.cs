using UngPortal.Features.Services;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes what a service costs. Where nobody has told, it says nothing: that isn't the same as free.</summary>
public static class CostWriter
{
    private const string Kroner = "NOK";

    public static IReadOnlyList<CostOptionDocument>? Write(Service service, DocumentSetting setting) =>
        service.Told.Contains(ToldFacts.Free)
            ? [Option(service, ToldFacts.Free, ToldLine.Alone(setting.Texts["Told_" + ToldFacts.Free].Value)) with { Amount = 0, Currency = Kroner, Fact = ToldFacts.Free }]
            : Words(service, setting) is { } words ? [Option(service, "words", words)] : null;

    /// <summary>The price in the service's own words; null when it has told none.</summary>
    public static string? Words(Service service, DocumentSetting setting) => service.Cost.Count > 0 ? service.Cost.In(setting.Language) : null;

    private static CostOptionDocument Option(Service service, string key, string words) =>
        new() { Id = OpenReferralId.Of("cost_option", service.Slug, key), ServiceId = ServiceWriter.IdOf(service.Slug), Option = words };
}
