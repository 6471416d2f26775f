using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>Whether somebody answers right now; no part of HSDS.</summary>
public sealed record LiveDocument
{
    /// <summary><c>open</c>, <c>closed</c> or <c>unknown</c>; unknown hours never count as open.</summary>
    [JsonPropertyName("state")]
    public required string State { get; init; }

    /// <summary>When it closes, or opens next.</summary>
    [JsonPropertyName("changes_at")]
    public DateTimeOffset? ChangesAt { get; init; }

    /// <summary>The line that the pages show.</summary>
    [JsonPropertyName("text")]
    public required string Text { get; init; }
}
