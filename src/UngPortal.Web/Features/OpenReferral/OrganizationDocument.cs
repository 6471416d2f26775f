using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>Who answers for services.</summary>
public sealed record OrganizationDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("description")]
    public required string Description { get; init; }

    [JsonPropertyName("website")]
    public string? Website { get; init; }

    [JsonPropertyName("organization_identifiers")]
    public IReadOnlyList<OrganizationIdentifierDocument>? OrganizationIdentifiers { get; init; }

    [JsonPropertyName("services")]
    public IReadOnlyList<ServiceDocument>? Services { get; init; }
}
