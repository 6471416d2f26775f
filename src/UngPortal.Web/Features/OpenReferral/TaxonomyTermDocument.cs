using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>A term of a taxonomy.</summary>
public sealed record TaxonomyTermDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("description")]
    public required string Description { get; init; }

    [JsonPropertyName("parent_id")]
    public Guid? ParentId { get; init; }

    [JsonPropertyName("taxonomy")]
    public required string Taxonomy { get; init; }

    [JsonPropertyName("taxonomy_id")]
    public required Guid TaxonomyId { get; init; }

    [JsonPropertyName("taxonomy_detail")]
    public TaxonomyDocument? TaxonomyDetail { get; init; }

    [JsonPropertyName("term_uri")]
    public string? TermUri { get; init; }

    [JsonPropertyName("language")]
    public required string Language { get; init; }
}
