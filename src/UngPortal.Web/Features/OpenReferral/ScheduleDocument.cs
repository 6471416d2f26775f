using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>Hours that come back every week while they are valid, as an iCalendar rule.</summary>
public sealed record ScheduleDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("service_id")]
    public Guid? ServiceId { get; init; }

    [JsonPropertyName("service_at_location_id")]
    public Guid? ServiceAtLocationId { get; init; }

    [JsonPropertyName("valid_from")]
    public string? ValidFrom { get; init; }

    [JsonPropertyName("valid_to")]
    public string? ValidTo { get; init; }

    [JsonPropertyName("timezone")]
    public required int Timezone { get; init; }

    [JsonPropertyName("freq")]
    public required string Freq { get; init; }

    [JsonPropertyName("interval")]
    public required int Interval { get; init; }

    [JsonPropertyName("wkst")]
    public required string Wkst { get; init; }

    [JsonPropertyName("byday")]
    public required string Byday { get; init; }

    [JsonPropertyName("opens_at")]
    public required string OpensAt { get; init; }

    [JsonPropertyName("closes_at")]
    public required string ClosesAt { get; init; }

    [JsonPropertyName("description")]
    public required string Description { get; init; }

    [JsonPropertyName("attending_type")]
    public required string AttendingType { get; init; }

    [JsonPropertyName("notes")]
    public string? Notes { get; init; }
}
