using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>Where a service is: a place that one goes to, or the own address of a chat or a video call.</summary>
public sealed record LocationDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("location_type")]
    public required string LocationType { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("latitude")]
    public double? Latitude { get; init; }

    [JsonPropertyName("longitude")]
    public double? Longitude { get; init; }

    [JsonPropertyName("addresses")]
    public IReadOnlyList<AddressDocument>? Addresses { get; init; }

    [JsonPropertyName("accessibility")]
    public IReadOnlyList<AccessibilityDocument>? Accessibility { get; init; }

    /// <summary>What one meets at its address: <c>chat</c>, <c>video</c> or <c>web</c>; no part of HSDS.</summary>
    [JsonPropertyName("x-channel")]
    public string? Channel { get; init; }

    /// <summary>The number of the municipality it stands in; no part of HSDS.</summary>
    [JsonPropertyName("x-municipality")]
    public string? Municipality { get; init; }

    /// <summary>How near the coordinates are: <c>address</c>, <c>postal-code</c> or <c>post-place</c>; no part of HSDS.</summary>
    [JsonPropertyName("x-precision")]
    public string? Precision { get; init; }

    /// <summary>How far it is from the point that was asked about; no part of HSDS.</summary>
    [JsonPropertyName("x-distance-km")]
    public double? Kilometres { get; init; }
}
