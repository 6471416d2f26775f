using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions.Triage;

/// <summary>Finds open questions that ask the same as one that is sorted. Texts are sealed, so the database names the nearest by what it may hold, and only those are opened, compared and forgotten.</summary>
public sealed class LikelyDuplicates(PortalDbContext db, Sealer sealer)
{
    /// <summary>So many texts are opened at most.</summary>
    public const int Opened = 200;

    private const int Most = 3;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(14);
    private static readonly QuestionState[] Untouched = [QuestionState.Received, QuestionState.Triaged, QuestionState.Queued, QuestionState.Rerouted];

    /// <summary>The likeliest first; none for what can't be answered together with another.</summary>
    public async Task<IReadOnlyList<LikelyDuplicate>> OfAsync(OpenedQuestion opened, CancellationToken cancellationToken)
    {
        var question = opened.Question;
        if (question.Number > 0 || question.JoinedCount > 0 || !Untouched.Contains(question.State))
        {
            return [];
        }

        var words = QuestionLikeness.WordsOf(opened.Text);
        return [.. (await NearestAsync(opened, cancellationToken)).Select(pair => Compare(words, pair.Question, pair.Thread)).Where(pair => pair.Share > 0).OrderByDescending(pair => pair.Share).Take(Most).Select(pair => pair.One)];
    }

    /// <summary>Those of the same language that nobody has begun to answer: first on the same topic, then of the same age and gender, then the newest.</summary>
    private async Task<List<(Question Question, QuestionThread Thread)>> NearestAsync(OpenedQuestion opened, CancellationToken cancellationToken)
    {
        var (id, language, age, gender) = (opened.Question.Id, opened.Question.Language, opened.Question.Age, opened.Thread.Gender);
        var since = db.Time.GetUtcNow().UtcDateTime - Lately;
        var topics = opened.Question.Topics.Select(link => link.Topic).Concat(opened.Thread.Topic is { } chosen ? [chosen] : []).Distinct().ToList();
        // That it is open stands first and by itself: the index on states then finds the few among all there have ever been.
        var rows = await db.Questions.AsNoTracking().Include(question => question.Topics)
            .Where(question => question.State < QuestionState.Answered && Untouched.Contains(question.State) && question.JoinedCount < Question.MostJoined && question.Role != AnsweringRole.YouthKey)
            .Where(question => question.Id != id && question.Number == 0 && question.Language == language && question.AskedAt >= since)
            .Join(db.QuestionThreads.AsNoTracking(), question => question.ThreadId, thread => thread.Id, (question, thread) => new { Question = question, Thread = thread })
            .OrderByDescending(pair => topics.Contains(pair.Thread.Topic!) || pair.Question.Topics.Any(link => topics.Contains(link.Topic)))
            .ThenByDescending(pair => pair.Question.Age == age && pair.Thread.Gender == gender).ThenByDescending(pair => pair.Question.AskedAt).ThenBy(pair => pair.Question.Id)
            .Take(Opened).ToListAsync(cancellationToken);
        return [.. rows.Select(pair => (pair.Question, pair.Thread))];
    }

    private (double Share, LikelyDuplicate One) Compare(IReadOnlySet<string> words, Question question, QuestionThread thread)
    {
        using var texts = new ThreadTexts(sealer.Open(QuestionThread.SealKind, thread.SealId, thread.Key));
        var text = texts.TextOf(question);
        IReadOnlyList<string> topics = question.Topics.Count > 0 ? [.. question.Topics.Select(link => link.Topic)] : thread.Topic is { } own ? [own] : [];
        return (QuestionLikeness.ShareOf(words, QuestionLikeness.WordsOf(text)), new LikelyDuplicate(question.Id, question.State, question.Severity, question.Age, topics, question.AskedAt, text));
    }
}
