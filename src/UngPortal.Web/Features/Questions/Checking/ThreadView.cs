using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Checking;

/// <summary>What the one with the code sees, in one language.</summary>
public sealed record ThreadView
{
    public required IReadOnlyList<Entry> Entries { get; init; }

    public required bool IsUnderAge { get; init; }

    public required bool TakesFollowUp { get; init; }

    /// <summary>When the thread closes for follow-ups; null before the first answer.</summary>
    public DateTime? ClosesAt { get; init; }

    public WaitingTimes.Waiting? Expected { get; init; }

    public IReadOnlyList<Teaser> Reading { get; init; } = [];

    /// <summary>The newest that was not taken back.</summary>
    public Entry Latest => Entries.LastOrDefault(entry => entry.State != QuestionState.Withdrawn) ?? Entries[^1];

    public int FollowUpsLeft => QuestionThread.MostFollowUps + 1 - Entries.Count;

    public bool IsRed => Entries.Any(entry => entry.IsRed);

    /// <summary>Whether the text has come in already.</summary>
    public bool Has(string text) => Entries.Any(entry => entry.Text == text || entry.Addition == text);

    public sealed record Entry
    {
        public required Guid Id { get; init; }

        public required int Number { get; init; }

        public required QuestionState State { get; init; }

        public required bool IsRed { get; init; }

        public required DateTime AskedAt { get; init; }

        public required string Text { get; init; }

        public string Request { get; init; } = "";

        public string Addition { get; init; } = "";

        public AnswerView? Answer { get; init; }

        public DeclineReason? DeclinedFor { get; init; }

        public int? PublicId { get; init; }

        public bool? Helped { get; init; }

        public bool IsWaiting => Answer is null && State < QuestionState.Answered && State != QuestionState.NeedsMore;
    }

    /// <summary>An answer with what stands around it.</summary>
    public sealed record AnswerView(
        SafeHtml Greeting, SafeHtml Brief, SafeHtml Explanation, SafeHtml DoNow, SafeHtml Closing, DateTime AnsweredAt, AnsweringRole? Role,
        IReadOnlyList<Teaser> Articles, IReadOnlyList<ServiceCard> Services, DateTime? CorrectedAt, string Correction, bool IsTakenDown);
}
