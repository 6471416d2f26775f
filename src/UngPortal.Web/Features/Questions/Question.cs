using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <summary>One question on its way to an answer. Its texts are sealed under the thread's key. Source: product/questions.md.</summary>
public sealed partial class Question
{
    /// <summary>Counted as grapheme clusters: what a reader sees as one sign.</summary>
    public const int TextMinLength = 10;
    public const int TextMaxLength = 1_000;
    public const int AdditionMaxLength = 500;
    public const int RoleMaxLength = 60;
    public const int KeyHashBytes = 32;

    private readonly List<QuestionTopic> _topics = [];

    public required Guid Id { get; init; }

    /// <summary>Null when the thread is deleted and only figures are left.</summary>
    public Guid? ThreadId { get; init; }

    /// <summary>0 for the first, 1 to 3 for follow-ups.</summary>
    public required int Number { get; init; }

    /// <summary>A hash of the form's own key: the same form sent twice is stored once.</summary>
    public required byte[] FormKeyHash { get; init; }

    public QuestionState State { get; private set; } = QuestionState.Received;

    public Severity Severity { get; private set; }

    /// <summary>What the detector said; a human decides.</summary>
    public required Severity DetectedSeverity { get; init; }

    public required string Language { get; init; }

    public required int Age { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>When the answer should be there at the latest, by the severity's target.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Sorts the queue: smaller is sooner.</summary>
    public int Urgency { get; private set; }

    public byte[]? SealedText { get; private set; }

    /// <summary>What an expert asked to know more about.</summary>
    public byte[]? SealedRequest { get; private set; }

    /// <summary>What the asker then added.</summary>
    public byte[]? SealedAddition { get; private set; }

    public DateTime? MoreAskedAt { get; private set; }

    public DateTime? AddedAt { get; private set; }

    public DateTime? FirstSeenAt { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public DateTime? CorrectedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public DeclineReason? DeclinedFor { get; private set; }

    /// <summary>Whether the asker got an answer to what they wondered about.</summary>
    public bool? Helped { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<QuestionTopic> Topics => _topics;

    /// <summary>Whether the asker may read an answer.</summary>
    public bool IsReadable => State is QuestionState.Answered or QuestionState.PublishReview or QuestionState.Published or QuestionState.AnsweredPrivately or QuestionState.Corrected or QuestionState.TakenDown;

    /// <summary>Whether somebody still owes it an answer.</summary>
    public bool IsOpen => State < QuestionState.Answered;

    /// <summary>Where it is looked at first: a child's by a safeguarding officer.</summary>
    private QuestionState Entrance => Age < QuestionThread.YoungestAge ? QuestionState.SafeguardingHold : QuestionState.Received;

    /// <summary>What the audit trail calls it.</summary>
    public static string SubjectOf(Guid id) => $"question:{id:N}";

    public static Question Receive(Guid id, QuestionThread thread, byte[] formKeyHash, Severity severity, DateTime now)
    {
        var question = new Question
        {
            Id = id,
            ThreadId = thread.Id,
            Number = thread.Questions.Count,
            FormKeyHash = formKeyHash,
            DetectedSeverity = severity,
            Language = thread.Language,
            Age = thread.Age,
            AskedAt = now,
        };
        question.Weigh(severity);
        question.State = question.Entrance;
        return thread.Add(question);
    }

    /// <summary>The text as it lies in the database.</summary>
    public void Keep(byte[] sealedText) => SealedText = sealedText;

    public void Rate(bool helped) => Helped = IsReadable ? helped : throw new InvalidOperationException("There is no answer to rate yet.");

    private void RequireOpen() => _ = IsOpen ? State : throw new InvalidOperationException($"A question that is {State} is closed.");

    private void Require(params ReadOnlySpan<QuestionState> states)
    {
        if (!states.Contains(State))
        {
            throw new InvalidOperationException($"A question that is {State} can't do this; it must be one of {string.Join(", ", states.ToArray())}.");
        }
    }
}
