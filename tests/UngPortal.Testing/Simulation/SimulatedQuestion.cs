using UngPortal.Features.Questions;
using UngPortal.Kernel;

namespace UngPortal.Testing.Simulation;

/// <summary>What the simulation itself remembers of a question, to hold it against what the site says.</summary>
public sealed class SimulatedQuestion
{
    /// <summary>The question's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its thread.</summary>
    public required Guid ThreadId { get; init; }

    /// <summary>What an editor will say of it.</summary>
    public required Severity True { get; init; }

    /// <summary>When it came in.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>What the site knows of it by now. What has grown harder is told of anew.</summary>
    public required Severity Severity
    {
        get;
        set
        {
            Told = value > field ? AlertStage.None : Told;
            field = value;
        }
    }

    /// <summary>When somebody first looked at it.</summary>
    public DateTime? SeenAt { get; set; }

    /// <summary>When its answer went out; the site must agree.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>Whether it ended without an answer.</summary>
    public bool IsEnded { get; set; }

    /// <summary>When the asker does something next, and what.</summary>
    public (DateTime At, string What)? Next { get; set; }

    /// <summary>What should have been told.</summary>
    public AlertStage Told { get; private set; }

    /// <summary>Whether somebody still owes it an answer.</summary>
    public bool IsOpen => AnsweredAt is null && !IsEnded;

    /// <summary>When an expert asked for more; nobody is told of it until the asker has answered.</summary>
    public DateTime? MoreAskedAt { get; set; }

    /// <summary>Its asker is not waited for any more: what is due is told again, and no addition counts.</summary>
    public void TakeBack() => MoreAskedAt = AddedAt is null ? null : MoreAskedAt;

    /// <summary>When the asker answered, who was waited for until then: what is due is told of anew.</summary>
    public DateTime? AddedAt
    {
        get;
        set => (field, Told) = (value, AlertStage.None);
    }

    /// <summary>When the answer is due. Source: product/questions.md, "Priority".</summary>
    public DateTime DueAt => (AskedAt + (AddedAt - MoreAskedAt ?? TimeSpan.Zero)).AddHours(Severity switch { Severity.Red => 12, Severity.Yellow => 24, _ => 72 });

    /// <summary>What must be told now, each once; nothing when there is no news. Of something Red that is late and was never called Red both are said.</summary>
    public IReadOnlyList<AlertStage> TellAt(DateTime now)
    {
        var stage = !IsOpen || (MoreAskedAt is not null && AddedAt is null) ? AlertStage.None
            : DueAt <= now ? AlertStage.Overdue
            : Severity != Severity.Red ? AlertStage.None
            : SeenAt is null && now >= AskedAt.AddHours(1) ? AlertStage.Unseen
            : AlertStage.Red;
        if (stage <= Told)
        {
            return [];
        }

        var isNewRed = Severity == Severity.Red && Told == AlertStage.None && stage > AlertStage.Red;
        Told = stage;
        return isNewRed ? [AlertStage.Red, stage] : [stage];
    }
}
