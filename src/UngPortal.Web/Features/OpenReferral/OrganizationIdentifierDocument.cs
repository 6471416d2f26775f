using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>A number under which others know an organisation.</summary>
public sealed record OrganizationIdentifierDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("organization_id")]
    public required Guid OrganizationId { get; init; }

    [JsonPropertyName("identifier_scheme")]
    public required string IdentifierScheme { get; init; }

    [JsonPropertyName("identifier_type")]
    public required string IdentifierType { get; init; }

    [JsonPropertyName("identifier")]
    public required string Identifier { get; init; }
}
