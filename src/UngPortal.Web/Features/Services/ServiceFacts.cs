using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>All that a source says about a service.</summary>
public sealed record ServiceFacts(
    ServiceKind Kind,
    LocalizedText Name,
    LocalizedText InText,
    LocalizedText Description,
    string[] Topics,
    int Position,
    string? Website,
    DateOnly Assured,
    string Source,
    IReadOnlyList<ServiceChannel> Channels)
{
    /// <summary>What is said of a local service; null for any other.</summary>
    public LocalFacts? Local { get; init; }

    /// <summary>For whom a service is that isn't local, from the youngest to the oldest; what is said of a local one stands in <see cref="Local"/>.</summary>
    public (int? From, int? To) Ages { get; init; }

    /// <summary>In which languages one is helped; empty when that isn't said.</summary>
    public string[] Languages { get; init; } = [];

    /// <summary>Which of <see cref="ToldFacts"/> are said.</summary>
    public string[] Told { get; init; } = [];

    /// <summary>What happens to what one tells them.</summary>
    public LocalizedText Confidentiality { get; init; } = [];

    /// <summary>What is otherwise than usual for a short time.</summary>
    public LocalizedText Alert { get; init; } = [];

    /// <summary>What it costs; empty where <see cref="ToldFacts.Free"/> is said.</summary>
    public LocalizedText Cost { get; init; } = [];

    /// <summary>The name of the organisation that answers for it; null when that isn't said.</summary>
    public string? RunBy { get; init; }
}
