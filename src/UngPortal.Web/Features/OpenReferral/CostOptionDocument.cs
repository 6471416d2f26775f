using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>What a service costs: nothing, or what it says in its own words.</summary>
public sealed record CostOptionDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("service_id")]
    public required Guid ServiceId { get; init; }

    [JsonPropertyName("option")]
    public required string Option { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    [JsonPropertyName("amount")]
    public decimal? Amount { get; init; }

    /// <summary>The fact’s short name, <c>free</c>, the same in all languages; no part of HSDS.</summary>
    [JsonPropertyName("x-fact")]
    public string? Fact { get; init; }
}
