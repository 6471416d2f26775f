using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>A row of HSDS’s table of addresses: only where street, postal code and municipality are all known.</summary>
public sealed record AddressDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("location_id")]
    public required Guid LocationId { get; init; }

    [JsonPropertyName("address_1")]
    public required string Address1 { get; init; }

    [JsonPropertyName("city")]
    public required string City { get; init; }

    [JsonPropertyName("state_province")]
    public required string StateProvince { get; init; }

    [JsonPropertyName("postal_code")]
    public required string PostalCode { get; init; }

    [JsonPropertyName("country")]
    public required string Country { get; init; }

    [JsonPropertyName("address_type")]
    public required string AddressType { get; init; }
}
