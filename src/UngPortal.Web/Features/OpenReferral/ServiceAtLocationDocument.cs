using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>A service in one of its places.</summary>
public sealed record ServiceAtLocationDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("service_id")]
    public required Guid ServiceId { get; init; }

    [JsonPropertyName("location_id")]
    public required Guid LocationId { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("schedules")]
    public IReadOnlyList<ScheduleDocument>? Schedules { get; init; }

    [JsonPropertyName("location")]
    public LocationDocument? Location { get; init; }

    /// <summary>The service itself, where somebody asks for service_at_locations; HSDS leaves it out.</summary>
    [JsonPropertyName("service")]
    public ServiceDocument? Service { get; init; }

    /// <summary>Whether one may come, or somebody answers, right now; no part of HSDS.</summary>
    [JsonPropertyName("x-live")]
    public LiveDocument? Live { get; init; }

    /// <summary>How far it is from the point that was asked about; no part of HSDS.</summary>
    [JsonPropertyName("x-distance-km")]
    public double? Kilometres { get; init; }
}
