using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>A tool as lists show it at one moment, in one language.</summary>
public sealed record ToolCard(string Slug, string Name, string Summary, string SummaryLanguage, IReadOnlyList<ToolPlatform> Platforms, ToolStanding Standing)
{
    /// <summary>Whether there is a box to tick for comparing it.</summary>
    public bool CanBeCompared { get; init; }

    public static ToolCard Of(ToolEntry tool, Language language, DateTime now) => new(
        tool.Slug, tool.Facts.Name, tool.Facts.Summary.In(language), tool.Facts.Summary.LanguageOf(language), tool.Facts.Platforms, tool.StandingAt(now));
}
