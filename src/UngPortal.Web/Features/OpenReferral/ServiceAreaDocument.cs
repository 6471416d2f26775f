using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>A municipality whose people a service is for.</summary>
public sealed record ServiceAreaDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("service_id")]
    public required Guid ServiceId { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>Its number; no part of HSDS.</summary>
    [JsonPropertyName("x-municipality")]
    public required string Municipality { get; init; }
}
