using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers.Collapsing;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers;

/// <summary>Where answers become public, are mended and go. Each step is one save, with its audit entry and what it tells the nodes; what the caller has changed in the same context goes with it.</summary>
public sealed class AnswerPublishing(PortalDbContext db, AnswerRendering rendering, NearDuplicates duplicates, AuditTrail audit)
{
    /// <summary>Makes it public. Returns it, with its number.</summary>
    /// <param name="draft">The whole text.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="together">What the caller does in the same save, when the number is drawn.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PublishedAnswer> PublishAsync(AnswerDraft draft, StaffIdentity by, Action<PublishedAnswer> together, CancellationToken cancellationToken)
    {
        var copy = rendering.Render(draft, await TopicTree.ReadAsync(db, cancellationToken));
        var answer = db.PublishedAnswers.Add(PublishedAnswer.Publish(copy, await DrawPublicIdAsync(cancellationToken), Now)).Entity;
        AnnounceAll(await duplicates.CollapseAsync(answer, cancellationToken));
        together(answer);
        await SaveAsync(answer, by, "answer-published", "", cancellationToken);
        return answer;
    }

    /// <summary>Replaces its text and says so on its page.</summary>
    /// <param name="publicId">Its number.</param>
    /// <param name="draft">The whole text as it shall be; its origin and language stay.</param>
    /// <param name="note">What readers are told has changed.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when there is no such answer on the site.</returns>
    public async Task<bool> CorrectAsync(int publicId, AnswerDraft draft, string note, StaffIdentity by, CancellationToken cancellationToken)
    {
        if (await FindAsync(publicId, cancellationToken) is not { } answer)
        {
            return false;
        }

        answer.Correct(rendering.Render(draft, await TopicTree.ReadAsync(db, cancellationToken)), note, Now);
        await SaveAsync(answer, by, "answer-corrected", "", cancellationToken);
        return true;
    }

    /// <summary>Takes it off the site; one of those it stood for comes into the lists. False when there is no such answer on the site.</summary>
    public async Task<bool> TakeDownAsync(int publicId, string reason, StaffIdentity by, CancellationToken cancellationToken)
    {
        if (await FindAsync(publicId, cancellationToken) is not { } answer)
        {
            return false;
        }

        answer.TakeDown(reason, Now);
        AnnounceAll(await duplicates.ReleaseAsync(answer, cancellationToken));
        await SaveAsync(answer, by, "answer-taken-down", reason, cancellationToken);
        return true;
    }

    /// <summary>Notes that a professional has read it again and it still holds. False when there is no such answer on the site.</summary>
    public async Task<bool> ConfirmStillRightAsync(int publicId, StaffIdentity by, CancellationToken cancellationToken)
    {
        if (await FindAsync(publicId, cancellationToken) is not { } answer)
        {
            return false;
        }

        answer.ConfirmStillRight(Now);
        await SaveAsync(answer, by, "answer-still-right", "", cancellationToken);
        return true;
    }

    /// <summary>A public answer as it was written; null when there is none on the site.</summary>
    public async Task<PublishedDraft?> DraftOfAsync(int publicId, CancellationToken cancellationToken) => await DraftsOfAsync([publicId], cancellationToken) is [var only] ? only : null;

    /// <summary>The same of several, in their order, without those that are not on the site.</summary>
    public async Task<IReadOnlyList<PublishedDraft>> DraftsOfAsync(IReadOnlyList<int> publicIds, CancellationToken cancellationToken)
    {
        var found = publicIds.Count == 0 ? [] : await db.PublishedAnswers.AsNoTracking().Include(answer => answer.Places).Where(answer => publicIds.Contains(answer.PublicId) && answer.TakenDownAt == null).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return [];
        }

        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        var byNumber = found.ToDictionary(answer => answer.PublicId);
        return [.. publicIds.Distinct().Where(byNumber.ContainsKey).Select(number => DraftOf(byNumber[number], tree))];
    }

    private static PublishedDraft DraftOf(PublishedAnswer answer, TopicTree tree)
    {
        var draft = new AnswerDraft
        {
            Origin = answer.Origin,
            Language = answer.Language,
            Title = answer.Title,
            Question = answer.Question,
            Answer = answer.Answer,
            Role = answer.Role,
            Topics = [.. answer.Places.Where(place => place.Position > 0).OrderBy(place => place.Position).Select(place => tree.Find(place.TopicId)?.Slug).OfType<string>()],
            Age = new AgeBand(answer.AgeFrom, answer.AgeTo),
            Gender = answer.Gender,
            Sensitivity = answer.Sensitivity,
            AskedAt = answer.AskedAt,
            AnsweredAt = answer.AnsweredAt,
            Facts = answer.Facts,
        };
        return new PublishedDraft(answer.PublicId, answer.Path, draft, answer.Version);
    }

    /// <summary>A number that no answer has.</summary>
    public async Task<int> DrawPublicIdAsync(CancellationToken cancellationToken)
    {
        var drawn = PublishedAnswer.DrawPublicId();
        while (await db.PublishedAnswers.AnyAsync(answer => answer.PublicId == drawn, cancellationToken))
        {
            drawn = PublishedAnswer.DrawPublicId();
        }

        return drawn;
    }

    private DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    private Task<PublishedAnswer?> FindAsync(int publicId, CancellationToken cancellationToken) =>
        db.PublishedAnswers.Include(answer => answer.Places).FirstOrDefaultAsync(answer => answer.PublicId == publicId && answer.TakenDownAt == null, cancellationToken);

    private void AnnounceAll(IEnumerable<PublishedAnswer> answers)
    {
        foreach (var answer in answers)
        {
            db.AnnounceAnswer(answer);
        }
    }

    private async Task SaveAsync(PublishedAnswer answer, StaffIdentity by, string action, string detail, CancellationToken cancellationToken)
    {
        db.AnnounceAnswer(answer);
        audit.Record(by, action, answer.Key, detail);
        await db.SaveChangesAsync(cancellationToken);
    }
}
