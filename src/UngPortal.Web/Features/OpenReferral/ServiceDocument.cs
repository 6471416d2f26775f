using System.Text.Json.Serialization;

namespace UngPortal.Features.OpenReferral;

/// <summary>A service as HSDS 3.0 tells of it. What begins with <c>x-</c> is the portal’s own.</summary>
public sealed record ServiceDocument
{
    [JsonPropertyName("id")]
    public required Guid Id { get; init; }

    [JsonPropertyName("organization_id")]
    public Guid? OrganizationId { get; init; }

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    [JsonPropertyName("application_process")]
    public string? ApplicationProcess { get; init; }

    [JsonPropertyName("eligibility_description")]
    public string? EligibilityDescription { get; init; }

    [JsonPropertyName("fees_description")]
    public string? FeesDescription { get; init; }

    [JsonPropertyName("minimum_age")]
    public int? MinimumAge { get; init; }

    [JsonPropertyName("maximum_age")]
    public int? MaximumAge { get; init; }

    [JsonPropertyName("alert")]
    public string? Alert { get; init; }

    [JsonPropertyName("assured_date")]
    public string? AssuredDate { get; init; }

    [JsonPropertyName("organization")]
    public OrganizationDocument? Organization { get; init; }

    [JsonPropertyName("phones")]
    public IReadOnlyList<PhoneDocument>? Phones { get; init; }

    [JsonPropertyName("schedules")]
    public IReadOnlyList<ScheduleDocument>? Schedules { get; init; }

    [JsonPropertyName("service_areas")]
    public IReadOnlyList<ServiceAreaDocument>? ServiceAreas { get; init; }

    [JsonPropertyName("service_at_locations")]
    public IReadOnlyList<ServiceAtLocationDocument>? ServiceAtLocations { get; init; }

    [JsonPropertyName("languages")]
    public IReadOnlyList<LanguageDocument>? Languages { get; init; }

    [JsonPropertyName("cost_options")]
    public IReadOnlyList<CostOptionDocument>? CostOptions { get; init; }

    [JsonPropertyName("attributes")]
    public IReadOnlyList<AttributeDocument>? Attributes { get; init; }

    /// <summary>Its short name, which stands for its id in addresses too; no part of HSDS.</summary>
    [JsonPropertyName("x-slug")]
    public required string Slug { get; init; }

    /// <summary>The short names of the facts that it has told of itself; what isn’t told is unknown. No part of HSDS.</summary>
    [JsonPropertyName("x-told")]
    public IReadOnlyList<string>? Told { get; init; }

    /// <summary>Its page on the portal; no part of HSDS.</summary>
    [JsonPropertyName("x-page")]
    public required string Page { get; init; }

    /// <summary>Whether somebody answers right now on any channel; no part of HSDS.</summary>
    [JsonPropertyName("x-live")]
    public LiveDocument? Live { get; init; }

    /// <summary>Where its facts stand, to be named by whoever uses them; no part of HSDS.</summary>
    [JsonPropertyName("x-source")]
    public SourceDocument? Source { get; init; }

    /// <summary>How it is known who answers for it: <c>told</c>, where the service itself has, <c>own-page</c>, where that municipality's own pages tell of it, or <c>law</c>; no part of HSDS.</summary>
    [JsonPropertyName("x-organization-basis")]
    public string? OrganizationBasis { get; init; }

    /// <summary>How far it is from the point that was asked about; no part of HSDS.</summary>
    [JsonPropertyName("x-distance-km")]
    public double? Kilometres { get; init; }
}
