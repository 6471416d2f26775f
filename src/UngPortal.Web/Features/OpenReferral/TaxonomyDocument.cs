using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>A set of terms.</summary>
public sealed record TaxonomyDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("description")]
    public required string Description { get; init; }

    [JsonPropertyName("uri")]
    public string? Uri { get; init; }

    [JsonPropertyName("version")]
    public required string Version { get; init; }
}
