using System.Text.Json.Serialization;

namespace UngPortal.Features.Api.Answering;

/// <summary>What the interface is, and under what terms its facts may be used.</summary>
public sealed record AboutDocument
{
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    [JsonPropertyName("profile")]
    public required string Profile { get; init; }

    [JsonPropertyName("openapi_url")]
    public required string OpenapiUrl { get; init; }

    [JsonPropertyName("x-licences")]
    public required IReadOnlyList<LicenceDocument> Licences { get; init; }
}

/// <summary>The terms of a part of what is told.</summary>
/// <param name="Covers">Which part.</param>
/// <param name="Licence">Under which licence, or what to do where none is declared.</param>
/// <param name="Attribution">Whom to name.</param>
/// <param name="Url">Where it stands.</param>
public sealed record LicenceDocument(
    [property: JsonPropertyName("covers")] string Covers, [property: JsonPropertyName("licence")] string Licence, [property: JsonPropertyName("attribution")] string Attribution, [property: JsonPropertyName("url")] string? Url);
