using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>What ties a service to a term of a taxonomy.</summary>
public sealed record AttributeDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("link_id")]
    public required Guid LinkId { get; init; }

    [JsonPropertyName("taxonomy_term_id")]
    public required Guid TaxonomyTermId { get; init; }

    [JsonPropertyName("link_entity")]
    public required string LinkEntity { get; init; }

    [JsonPropertyName("link_type")]
    public required string LinkType { get; init; }

    [JsonPropertyName("taxonomy_term")]
    public TaxonomyTermDocument? TaxonomyTerm { get; init; }
}
