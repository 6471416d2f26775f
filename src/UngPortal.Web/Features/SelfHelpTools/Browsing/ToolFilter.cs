using UngPortal.Features.Topics;

namespace UngPortal.Features.SelfHelpTools.Browsing;

/// <summary>What somebody narrows the catalogue to. What nobody knows of a tool is never taken for what is asked for.</summary>
public sealed record ToolFilter(Topic? Topic, ToolPlatform? Platform, string? Language, int? Age, ToolPrice? Price, bool IsOffline, bool HasBadge)
{
    public const int Youngest = 9;
    public const int Oldest = 20;

    /// <summary>The word that ticks a box.</summary>
    public const string Yes = "ja";

    /// <summary>Norwegian of any kind.</summary>
    public const string Norwegian = "no";

    public static readonly ToolFilter All = new(null, null, null, null, null, false, false);

    /// <summary>The words of addresses.</summary>
    public static readonly IReadOnlyList<(string Word, ToolPlatform Platform)> Platforms = [("nett", ToolPlatform.Web), ("iphone", ToolPlatform.Ios), ("android", ToolPlatform.Android)];

    /// <summary>The words of addresses.</summary>
    public static readonly IReadOnlyList<(string Word, ToolPrice Price)> Prices = [("gratis", ToolPrice.Free), ("delvis", ToolPrice.PartlyFree), ("betalt", ToolPrice.Paid)];

    private static readonly string[] KindsOfNorwegian = [Norwegian, "nb", "nn"];

    /// <summary>Whether the tool fits; null when it might, but nobody knows.</summary>
    public bool? Takes(ToolEntry tool, TopicTree tree, DateTime now)
    {
        var facts = tool.Facts;
        bool?[] answers =
        [
            Topic is not { } wanted || facts.Topics.Any(slug => tree.Find(slug) is { } own && own.IsWithin(wanted)),
            Platform is not { } platform || facts.Platforms.Contains(platform),
            !HasBadge || tool.BadgeAt(now) is not null,
            Language is null ? true : facts.Languages.Count == 0 ? null : Speaks(facts.Languages, Language),
            Age is null ? true : facts.MinimumAge is { } least ? least <= Age : null,
            Price is null ? true : facts.Price == ToolPrice.Unknown ? null : facts.Price == Price,
            !IsOffline ? true : facts.WorksOffline,
        ];
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
    }

    private static bool Speaks(IReadOnlyList<string> languages, string wanted) => languages.Any(language => language == wanted || (wanted == Norwegian && KindsOfNorwegian.Contains(language)));
}
