using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Averting;

/// <summary>Whether a grave crime or acute danger must be averted: assessed by two people, locked to those who take part and to safeguarding officers. Source: product/safety.md, "Duty to avert".</summary>
public sealed partial class AvertingCase : ISealedRecord
{
    public const string SealKind = "averting-case";

    private readonly List<CaseEntry> _entries = [];

    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required string SealId { get; init; }

    /// <inheritdoc />
    public WrappedKey Key { get; private set; } = null!;

    public CaseState State { get; private set; } = CaseState.Open;

    /// <summary>The question that it came from; null when it came from elsewhere.</summary>
    public Guid? QuestionId { get; init; }

    /// <summary>The question's text as it was when the case was opened: the question's own retention does not take it away.</summary>
    public byte[]? SealedQuestion { get; private set; }

    public required int OpenedById { get; init; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>Who assessed it last; somebody else must be the second.</summary>
    public int? AssessedById { get; private set; }

    public CaseDecision? Decision { get; private set; }

    public ParentsStatus Parents { get; private set; } = ParentsStatus.NotToBeInformed;

    /// <summary>Until when a second person must have documented what one did alone.</summary>
    public DateTime? SecondDueAt { get; private set; }

    /// <summary>When it was last told of again that the case stands still; null since its last step.</summary>
    public DateTime? ToldLateAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CaseEntry> Entries => _entries;

    /// <summary>Whether the decision is to tell somebody outside.</summary>
    public bool IsToTell => Decision is CaseDecision.Police or CaseDecision.ChildProtection;

    /// <summary>When the last step was taken.</summary>
    public DateTime MovedAt => _entries.Max(entry => entry.At);

    /// <summary>What the audit trail calls it.</summary>
    public string Subject => $"averting:{Id:N}";

    public static AvertingCase Open(Guid id, string sealId, WrappedKey key, Guid? questionId, byte[]? sealedQuestion, CaseHand hand)
    {
        var opened = new AvertingCase { Id = id, SealId = sealId, Key = key, QuestionId = questionId, SealedQuestion = sealedQuestion, OpenedById = hand.ById, OpenedAt = hand.At };
        opened.Write(CaseStep.Open, hand);
        return opened;
    }

    /// <summary>Whether the person has had a hand in it.</summary>
    public bool IsTakenPartInBy(int staffId) => OpenedById == staffId || _entries.Exists(entry => entry.ById == staffId);

    /// <summary>Whether the person may be the second now.</summary>
    public bool WaitsForSecond(int staffId) => State is CaseState.AwaitingSecond or CaseState.ActedAlone && AssessedById != staffId;
}
