using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Platform.Sealing;

namespace UngPortal.Benchmarks.Scale;

/// <summary>Threads with their questions, topics, answers and claims, sealed as the site seals them. Codes are random bytes: no one types them.</summary>
internal sealed class QuestionRows(BulkLoad load, Sealer sealer, MadeUpPeople people, MadeUpTexts texts, Random random, DateTime now) : IDisposable
{
    private readonly BulkTable _threads = new(load.Connection, "QuestionThreads", "Id", "SealId", "CodeHash", "KeyVersion", "WrappedKey", "Language", "Age", "Gender", "Topic", "MayPublish", "AskedAt", "LastAnsweredAt", "Version");

    private readonly BulkTable _questions = new(
        load.Connection, "Questions", "Id", "ThreadId", "Number", "FormKeyHash", "State", "Severity", "OwnSeverity", "DetectedSeverity", "JoinedCount", "Language", "Age", "AskedAt", "DueAt", "Urgency", "SealedText", "SealedRequest", "FirstSeenAt", "MoreAskedAt",
        "AnsweredAt", "ClosedAt", "DeclinedFor", "Role", "TriagedAt", "TriagedById", "ClaimedById", "ClaimedUntil", "NeedsReviewFor", "Told", "Version");

    private readonly BulkTable _topics = new(load.Connection, "QuestionTopics", "QuestionId", "Topic");
    private readonly BulkTable _answers = new(load.Connection, "QuestionAnswers", "QuestionId", "AuthorId", "AuthorIds", "SealedContent", "WrittenAt", "Version");
    private readonly BulkTable _claims = new(load.Connection, "QuestionClaims", "QuestionId", "StaffId", "At", "Severity");

    /// <summary>A thread whose questions are all done. Returns how many they are.</summary>
    public int AddOld(DateTime askedAt)
    {
        var count = random.Next(100) switch { < 90 => 1, < 97 => 2, < 99 => 3, _ => 4 };
        AddThread(askedAt, count, () => random.Next(1_000) switch
        {
            < 380 => QuestionState.Published,
            < 860 => QuestionState.AnsweredPrivately,
            < 880 => QuestionState.PublishReview,
            < 890 => QuestionState.Corrected,
            < 895 => QuestionState.TakenDown,
            _ => QuestionState.Declined,
        });
        return count;
    }

    public void AddOpen(DateTime askedAt, QuestionState state) => AddThread(askedAt, 1, () => state);

    public void Dispose()
    {
        _threads.Dispose();
        _questions.Dispose();
        _topics.Dispose();
        _answers.Dispose();
        _claims.Dispose();
    }

    private void AddThread(DateTime askedAt, int count, Func<QuestionState> drawState)
    {
        var (id, sealId) = (people.Id(askedAt), Convert.ToHexStringLower(people.Bytes(16)));
        var (key, seal) = sealer.New(QuestionThread.SealKind, sealId);
        using var sealing = new ThreadTexts(seal);
        var asker = new AskerFacts(people.Language(), people.Age(), people.Gender(), random.Next(4) == 0 ? null : people.Topic().Slug, random.Next(10) < 8);
        DateTime? last = null;
        var at = askedAt;
        for (var number = 0; number < count; number++)
        {
            var answered = AddQuestion(id, number, asker, at, drawState(), sealing);
            (last, at) = (answered ?? last, (answered ?? at).AddHours(1 + random.Next(72)));
        }

        _threads.Add(id, sealId, people.Bytes(QuestionThread.CodeHashBytes), key.Version, key.Bytes, asker.Language, asker.Age, asker.Gender, asker.Topic, asker.MayPublish, askedAt, last, count);
    }

    /// <summary>Returns when it was answered, if it was.</summary>
    private DateTime? AddQuestion(Guid thread, int number, AskerFacts asker, DateTime askedAt, QuestionState state, ThreadTexts sealing)
    {
        var (id, severity, topics) = (people.Id(askedAt), people.Severity(), people.Topics());
        var (isOpen, isSorted, isWritten) = (state < QuestionState.Answered, state is not (QuestionState.Received or QuestionState.SafeguardingHold), state is QuestionState.Drafted or QuestionState.InReview);
        var isDeclined = state == QuestionState.Declined;
        var done = Earlier(askedAt + people.Wait(severity));
        var text = texts.About(asker.Language);
        DateTime? answered = isOpen || isDeclined ? null : done;
        var (due, author, isHeld) = (askedAt + QuestionTargets.Of(severity).Answer, people.Expert(), state is QuestionState.Claimed or QuestionState.Drafted);
        _questions.Add(
            id, thread, number, people.Bytes(Question.KeyHashBytes), state, severity, severity, severity, 0, asker.Language, asker.Age, askedAt, due, QuestionTargets.UrgencyOf(severity, asker.Age),
            sealing.SealText(id, text.Question()), state == QuestionState.NeedsMore ? sealing.SealRequest(id, "Kan du fortelle litt mer?") : null,
            isSorted ? Earlier(askedAt.AddMinutes(30)) : null, state == QuestionState.NeedsMore ? Earlier(askedAt.AddHours(2)) : null,
            answered, isDeclined ? done : null, isDeclined ? DeclineReason.OutsideTheService : null, isSorted && state != QuestionState.Rerouted ? people.RoleFor(topics[0]) : null,
            isSorted ? Earlier(askedAt.AddHours(1)) : null, isSorted ? 1 : null, isHeld ? author : null, isHeld ? now.AddMinutes(random.Next(-20, 60)) : null, state == QuestionState.InReview ? ReviewReason.Sample : null,
            !isOpen ? AlertStage.None : due <= now ? AlertStage.Overdue : severity == Severity.Red ? AlertStage.Unseen : AlertStage.None, 1);
        foreach (var topic in isSorted ? topics : [])
        {
            _topics.Add(id, topic.Slug);
        }

        if (answered is not null || isWritten)
        {
            _answers.Add(id, author, $"[{author}]", sealing.SealContent(id, text.Content()), done, 1);
        }

        if (answered is not null || isHeld || isWritten)
        {
            _claims.Add(id, author, Earlier(done.AddMinutes(-40)), severity);
        }

        return answered;
    }

    private DateTime Earlier(DateTime at) => at < now ? at : now.AddMinutes(-1);
}
