using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>What is known about a tool; null, empty and <c>Unknown</c> mean that nobody here knows. Kept as one JSON column.</summary>
public sealed record ToolFacts
{
    public const int NameMaxLength = 120;
    public const int SummaryMaxLength = 200;
    public const int TextMaxLength = 900;
    public const int AddressMaxLength = 300;
    public const int ReleaseMaxLength = 40;
    public const int AgeMost = 99;

    /// <summary>The languages that a tool can be said to be in; <c>no</c> is Norwegian of a kind that the source doesn't tell.</summary>
    public static readonly IReadOnlyList<string> KnownLanguages = ["no", "nb", "nn", "se", "en", "uk", "ar", "so", "pl", "ti"];

    public static readonly ToolFacts Empty = new() { Name = "", Summary = [], Description = [] };

    public required string Name { get; init; }

    public required LocalizedText Summary { get; init; }

    public required LocalizedText Description { get; init; }

    /// <summary>When the tool is too little, and whom to turn to; never with a number, since those stand in the register.</summary>
    public LocalizedText SeekMore { get; init; } = [];

    public string? Supplier { get; init; }

    /// <summary>Whether the supplier's own page says so.</summary>
    public bool IsSupplierCertain { get; init; }

    /// <summary>The professional body that answers for what it says.</summary>
    public string? ResponsibleBody { get; init; }

    public IReadOnlyList<ToolPlatform> Platforms { get; init; } = [];

    public string? Website { get; init; }

    public string? AppStore { get; init; }

    public string? PlayStore { get; init; }

    public string? PrivacyPolicy { get; init; }

    public string Release { get; init; } = "";

    public IReadOnlyList<string> Languages { get; init; } = [];

    public int? MinimumAge { get; init; }

    /// <summary>Slugs of the topic tree.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public ToolEvidence Evidence { get; init; }

    public ToolPrice Price { get; init; }

    public bool? NeedsLogin { get; init; }

    public bool? WorksOffline { get; init; }

    public LocalizedText DataCollected { get; init; } = [];

    /// <summary>Slugs of the register.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>What a new review is due for when these facts take the place of the old ones; null when what was checked stands.</summary>
    public ReviewCause? CauseAfter(ToolFacts old) =>
        MajorOf(Release) != MajorOf(old.Release) ? ReviewCause.NewRelease
        : Supplier != old.Supplier ? ReviewCause.NewOwner
        : PrivacyPolicy != old.PrivacyPolicy ? ReviewCause.NewPrivacyPolicy
        : null;

    /// <summary>The part of a version before the first point: 3 of 3.12.</summary>
    public static string MajorOf(string release) => release.Split('.')[0].Trim().TrimStart('v', 'V');
}
