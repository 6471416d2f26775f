using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>Something a young person can use alone: an app or a website of somebody else's. Anybody may read of it; only a whole certification gives it a badge.</summary>
public sealed partial class Tool
{
    public const int ReasonMaxLength = 500;

    /// <summary>Words that are pages of their own and so can't be a tool's address.</summary>
    public static readonly IReadOnlyList<string> TakenSlugs = ["sammenlign"];

    public int Id { get; private set; }

    public required string Slug { get; init; }

    /// <summary>The name, beside the facts for lists.</summary>
    public string Name { get; private set; } = "";

    public ToolFacts Facts { get; private set; } = ToolFacts.Empty;

    public ToolState State { get; private set; } = ToolState.Proposed;

    /// <summary>Since when it is in its state, UTC.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>When its facts or state last changed, UTC.</summary>
    public DateTime ChangedAt { get; private set; }

    /// <summary>Whether readers see nothing of it.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>What the last published certification found; null before the first.</summary>
    public ToolApproval? Approval { get; private set; }

    /// <summary>When the badge ends, UTC; null when there is none to end. Whether there is one is asked of the clock, with <see cref="BadgeAt"/>.</summary>
    public DateTime? BadgeUntil { get; private set; }

    /// <summary>Why the last review fell due.</summary>
    public ReviewCause? Cause { get; private set; }

    public int Version { get; private set; }

    public string Key => KeyOf(Slug);

    public static string KeyOf(string slug) => $"tool:{slug}";

    public static Tool Propose(string slug, ToolFacts facts, DateTime now)
    {
        if (!Kernel.Slug.IsValid(slug) || TakenSlugs.Contains(slug))
        {
            throw new InvalidOperationException($"'{slug}' can't be a tool's address.");
        }

        var tool = new Tool { Slug = slug, StateSince = now };
        tool.Put(facts, now);
        return tool;
    }

    /// <summary>Replaces what is known. A new main version, owner or privacy policy takes the badge away and makes a review due. Returns why, or null.</summary>
    public ReviewCause? Revise(ToolFacts facts, DateTime now)
    {
        var cause = Approval is null && State < ToolState.Approved ? null : facts.CauseAfter(Facts);
        Put(facts, now);
        if (cause is { } reason)
        {
            (BadgeUntil, Cause) = (null, reason);
            if (State is ToolState.Approved or ToolState.Published)
            {
                (State, StateSince) = (ToolState.ReviewDue, now);
            }
        }

        return cause;
    }

    /// <summary>What the badge stands on at the moment; null when there is none.</summary>
    public ToolApproval? BadgeAt(DateTime now) => !IsHidden && BadgeUntil > now ? Approval : null;

    public ToolStanding StandingAt(DateTime now) => BadgeAt(now) is not null ? ToolStanding.Assured : Approval is null ? ToolStanding.NotAssessed : ToolStanding.Lapsed;

    private void Put(ToolFacts facts, DateTime now)
    {
        if (facts.Name.Length == 0 || !facts.Summary.ContainsKey(Language.Bokmal.Code) || !facts.Description.ContainsKey(Language.Bokmal.Code))
        {
            throw new InvalidOperationException("A tool needs a name and, in bokmål, what it is.");
        }

        (Facts, Name, ChangedAt) = (facts, facts.Name, now);
    }
}
