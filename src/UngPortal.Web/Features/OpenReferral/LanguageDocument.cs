using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>A language in which a service is given.</summary>
public sealed record LanguageDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("service_id")]
    public required Guid ServiceId { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("code")]
    public required string Code { get; init; }
}
