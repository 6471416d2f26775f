using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Answering;

/// <summary>What an author may build on: earlier answers to the same, and pieces of text of the role. Both are to be edited. Source: product/questions.md, "Answer editor".</summary>
public sealed class WritingHelp(PortalDbContext db, EarlierAnswers earlier)
{
    public Task<IReadOnlyList<PublishedDraft>> EarlierAsync(OpenedQuestion opened, CancellationToken cancellationToken) => earlier.ToAsync(opened, cancellationToken);

    /// <summary>The role's own first, then those for everybody, in the question's language; none that is out of date or was taken out.</summary>
    public async Task<IReadOnlyList<Snippet>> SnippetsAsync(Question question, CancellationToken cancellationToken)
    {
        var today = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime);
        return await db.Snippets.AsNoTracking().Where(snippet => (snippet.Role == question.Role || snippet.Role == Snippet.ForAll) && snippet.Language == question.Language && snippet.ExpiresOn >= today && snippet.RetiredAt == null)
            .OrderBy(snippet => snippet.Section).ThenBy(snippet => snippet.Role == Snippet.ForAll).ThenBy(snippet => snippet.Title).ToListAsync(cancellationToken);
    }

    /// <summary>Puts the text of the earlier answer that is asked for, if any, where nothing is written yet.</summary>
    public async Task TakeOverAsync(AnswerForm form, CancellationToken cancellationToken)
    {
        if (form.Gjenbruk is not { } publicId || await earlier.FindAsync(publicId, cancellationToken) is not { Draft: var draft })
        {
            return;
        }

        var (own, old) = (form.ToContent(), AnswerContent.Of(draft.Answer, draft.Facts));
        form.Fill(
            new AnswerContent
            {
                Greeting = Filled(own.Greeting, old.Greeting),
                Brief = Filled(own.Brief, old.Brief),
                Explanation = Filled(own.Explanation, old.Explanation),
                DoNow = Filled(own.DoNow, old.DoNow),
                Closing = Filled(own.Closing, old.Closing),
                Articles = own.Articles.Count > 0 ? own.Articles : old.Articles,
                Services = own.Services.Count > 0 ? own.Services : old.Services,
            },
            form.Versjon);
    }

    /// <summary>Whether the answer is an earlier one as it stands: each asker is answered, not served.</summary>
    public async Task<bool> IsCopyAsync(OpenedQuestion opened, AnswerContent content, CancellationToken cancellationToken) =>
        (await earlier.ToAsync(opened, cancellationToken)).Any(one => one.Draft.Answer.Explanation.Trim() == content.Explanation && one.Draft.Answer.Greeting.Trim() == content.Greeting);

    private static string Filled(string own, string old) => own.Length > 0 ? own : old;
}
