using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>What makes a place easier to come to for somebody with a disability.</summary>
public sealed record AccessibilityDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("location_id")]
    public required Guid LocationId { get; init; }

    [JsonPropertyName("description")]
    public required string Description { get; init; }

    /// <summary>The fact’s short name, the same in all languages; no part of HSDS.</summary>
    [JsonPropertyName("x-fact")]
    public required string Fact { get; init; }
}
