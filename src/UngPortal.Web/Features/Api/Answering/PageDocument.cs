using System.Text.Json.Serialization;

namespace UngPortal.Features.Api.Answering;

/// <summary>A page of a list, as HSDS has it.</summary>
public sealed record PageDocument<T>
{
    [JsonPropertyName("total_items")]
    public required int TotalItems { get; init; }

    [JsonPropertyName("total_pages")]
    public required int TotalPages { get; init; }

    [JsonPropertyName("page_number")]
    public required int PageNumber { get; init; }

    /// <summary>How many there are on this page.</summary>
    [JsonPropertyName("size")]
    public required int Size { get; init; }

    [JsonPropertyName("first_page")]
    public required bool FirstPage { get; init; }

    [JsonPropertyName("last_page")]
    public required bool LastPage { get; init; }

    [JsonPropertyName("empty")]
    public required bool Empty { get; init; }

    [JsonPropertyName("contents")]
    public required IReadOnlyList<T> Contents { get; init; }
}
