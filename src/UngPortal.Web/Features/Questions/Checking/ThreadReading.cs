using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Markdown;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions.Checking;

/// <summary>Reads a thread for the one who has its code.</summary>
public sealed class ThreadReading(PortalDbContext db, Sealer sealer, WaitingTimes waiting, RoleList roles, CatalogueCopy catalogue, ChosenServices chosen, MarkdownRenderer markdown)
{
    private const int MostToRead = 3;

    /// <summary>Null when there is no such thread, or nothing left of it.</summary>
    public async Task<ThreadView?> OfAsync(Guid threadId, Language language, CancellationToken cancellationToken)
    {
        var thread = await db.QuestionThreads.AsNoTracking().Include(one => one.Questions).ThenInclude(question => question.Answer).FirstOrDefaultAsync(one => one.Id == threadId, cancellationToken);
        if (thread is null)
        {
            return null;
        }

        using var texts = new ThreadTexts(sealer.Open(QuestionThread.SealKind, thread.SealId, thread.Key));
        var known = await catalogue.ReadAsync(cancellationToken);
        var entries = new List<ThreadView.Entry>();
        foreach (var question in thread.Questions.OrderBy(question => question.Number))
        {
            entries.Add(EntryOf(question, texts, question.IsReadable ? await AnswerOfAsync(question, texts, known, language, cancellationToken) : null));
        }

        var now = db.Time.GetUtcNow().UtcDateTime;
        return new ThreadView
        {
            Entries = entries,
            IsUnderAge = thread.Age < QuestionThread.YoungestAge,
            TakesFollowUp = thread.TakesFollowUp(now),
            ClosesAt = thread.LastAnsweredAt + QuestionThread.OpenFor,
            Expected = entries.Exists(entry => entry.IsWaiting) ? await waiting.OfLatelyAsync(cancellationToken) : null,
            Reading = ToRead(thread, known, language, now),
        };
    }

    private static ThreadView.Entry EntryOf(Question question, ThreadTexts texts, ThreadView.AnswerView? answer) => new()
    {
        Id = question.Id,
        Number = question.Number,
        State = question.State,
        IsRed = question.Severity == Severity.Red,
        AskedAt = question.AskedAt,
        Text = texts.TextOf(question),
        Request = texts.RequestOf(question),
        Addition = texts.AdditionOf(question),
        Answer = answer,
        DeclinedFor = question.DeclinedFor,
        PublicId = question.PublicId,
        Helped = question.Helped,
    };

    private async Task<ThreadView.AnswerView> AnswerOfAsync(Question question, ThreadTexts texts, Catalogue known, Language language, CancellationToken cancellationToken)
    {
        var content = texts.ContentOf(question.Answer!);
        return new ThreadView.AnswerView(
            Html(content.Greeting), Html(content.Brief), Html(content.Explanation), Html(content.DoNow), Html(content.Closing),
            question.AnsweredAt!.Value, await roles.FindAsync(question.Role, cancellationToken),
            [.. content.Articles.Select(slug => known.Find(PublicationKind.Article, slug)).OfType<CatalogueEntry>().Where(entry => entry.IsLive(db.Time.GetUtcNow().UtcDateTime)).Select(entry => known.TeaserOf(entry, language))],
            await chosen.OfAsync(content.Services, language, cancellationToken),
            question.CorrectedAt, texts.CorrectionOf(question.Answer!), question.State == QuestionState.TakenDown);
    }

    private SafeHtml Html(string text) => markdown.ToHtml(text);

    /// <summary>Something on the chosen topic to read while waiting; nothing where a topic is not chosen.</summary>
    private static List<Teaser> ToRead(QuestionThread thread, Catalogue known, Language language, DateTime now) =>
        thread.Topic is null || known.Topics.Find(thread.Topic) is not { } topic ? []
            : [.. known.Live(PublicationKind.Article, now, null, language).Where(entry => entry.Topics.Any(own => own.IsWithin(topic)) && entry.Sensitivity != Sensitivity.Crisis)
                .Take(MostToRead).Select(entry => known.TeaserOf(entry, language))];
}
