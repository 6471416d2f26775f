using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>Where the facts of a service stand; no part of HSDS.</summary>
public sealed record SourceDocument
{
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>When somebody last held the facts against it.</summary>
    [JsonPropertyName("checked_on")]
    public required string CheckedOn { get; init; }
}
