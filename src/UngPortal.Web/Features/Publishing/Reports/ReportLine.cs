namespace UngPortal.Features.Publishing.Reports;

/// <summary>How one organisation's live content stands. Answers to "Hjalp dette deg?" are those of the last 90 days, since older ones are deleted.</summary>
public sealed record ReportLine
{
    /// <summary>The text keys of the columns after the name, in the order of <see cref="Values"/>.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "Report_Articles", "Report_Videos", "Report_Illustrations", "Report_Nynorsk", "Report_English", "Report_DueSoon", "Report_Overdue",
        "Report_WithoutReviewer", "Report_Lix", "Report_Heavy", "Report_Open", "Report_Helped", "Report_DidNotHelp",
    ];

    public required string Name { get; init; }

    public required int Articles { get; init; }

    public required int Videos { get; init; }

    public required int Illustrations { get; init; }

    public required int InNynorsk { get; init; }

    public required int InEnglish { get; init; }

    /// <summary>Due for review within a month.</summary>
    public required int DueSoon { get; init; }

    public required int Overdue { get; init; }

    /// <summary>Articles that no professional has read.</summary>
    public required int WithoutReviewer { get; init; }

    /// <summary>The articles' median; null without articles.</summary>
    public required int? Lix { get; init; }

    /// <summary>Articles that are harder to read than the aim.</summary>
    public required int Heavy { get; init; }

    public required int OpenDrafts { get; init; }

    public required int Helped { get; init; }

    public required int DidNotHelp { get; init; }

    public IReadOnlyList<int?> Values =>
        [Articles, Videos, Illustrations, InNynorsk, InEnglish, DueSoon, Overdue, WithoutReviewer, Lix, Heavy, OpenDrafts, Helped, DidNotHelp];
}
