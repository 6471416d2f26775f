using UngPortal.Features.Services;

namespace UngPortal.Features.Search.Indexing;

/// <summary>What the index holds of kinds of local help.</summary>
internal static class ServiceTypeDocuments
{
    private static readonly string[] Languages = ["nb", "nn", "en"];

    /// <summary>A kind of local help, which leads to the nearest: hundreds of places of one name would stand before everything else.</summary>
    public static IEnumerable<SearchDocument> Of(ServiceType type) => Languages.Where(type.Summary.ContainsKey).Select(language => new SearchDocument
    {
        Kind = "service",
        Key = $"service-type:{type.Key}",
        Path = $"/hjelp-naer-deg?hva={type.Key}",
        Language = language,
        Title = type.Name.In(language),
        Ingress = type.Summary.In(language),
        Body = type.Description.In(language),
        Topics = [],
        TopicNames = [],
        Labels = [],
        PublishedAt = DateTime.UnixEpoch,
    });
}
