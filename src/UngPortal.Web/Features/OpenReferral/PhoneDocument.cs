using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>A number to call or to write to.</summary>
public sealed record PhoneDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("service_id")]
    public required Guid ServiceId { get; init; }

    [JsonPropertyName("number")]
    public required string Number { get; init; }

    [JsonPropertyName("type")]
    public required string Type { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>Whether somebody answers there right now; no part of HSDS.</summary>
    [JsonPropertyName("x-live")]
    public LiveDocument? Live { get; init; }
}
