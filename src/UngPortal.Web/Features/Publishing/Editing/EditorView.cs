using UngPortal.Features.Topics;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>All that the editor's page shows.</summary>
public sealed record EditorView
{
    public required Draft Draft { get; init; }

    /// <summary>What stands in the form, saved or not.</summary>
    public required DraftForm Input { get; init; }

    public required IReadOnlySet<DraftStep> Steps { get; init; }

    public required IReadOnlyList<DraftProblem> Problems { get; init; }

    public required TopicTree Topics { get; init; }

    public required IReadOnlyList<DraftRemark> Comments { get; init; }

    public required EditorPicks Picks { get; init; }

    /// <summary>The revision whose bokmål text this translation was made from, when that text has changed since; else null.</summary>
    public int? StaleSince { get; init; }

    /// <summary>What a colleague saved meanwhile; null while nobody did.</summary>
    public DraftForm? Theirs { get; init; }

    public DraftPreview? Preview { get; init; }

    public string Language => Input.Sprak is "nn" or "en" ? Input.Sprak : "nb";

    public bool MayWrite => Steps.Contains(DraftStep.Write);
}
