using System.Text.Json;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Averting;

/// <summary>What somebody wrote at one step of a case. It lies sealed, and never changes.</summary>
public sealed record CaseWords
{
    public const int MaxLength = 4_000;

    public string Facts { get; init; } = "";

    /// <summary>On which ground something may, or must, be passed on.</summary>
    public string Law { get; init; } = "";

    public string Alternatives { get; init; } = "";

    /// <summary>Why, or what was done.</summary>
    public string Reason { get; init; } = "";

    public static CaseWords Parse(string json) => JsonSerializer.Deserialize<CaseWords>(json, JsonColumn.Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, JsonColumn.Options);
}
