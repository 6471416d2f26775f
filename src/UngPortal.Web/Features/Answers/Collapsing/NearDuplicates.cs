using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Search;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers.Collapsing;

/// <summary>Finds answers to the same question, so that lists show the newest of them. The search names the candidates; the words decide.</summary>
public sealed class NearDuplicates(PortalDbContext db, NearestTexts nearest)
{
    private const int Candidates = 8;

    /// <summary>Puts an answer before or behind those that are like it, the newest in front. Returns the others that changed; the caller saves.</summary>
    public async Task<IReadOnlyList<PublishedAnswer>> CollapseAsync(PublishedAnswer answer, CancellationToken cancellationToken)
    {
        if (await ShownLikeAsync(answer, cancellationToken) is not { } shown)
        {
            return [];
        }

        if (shown.AnsweredAt > answer.AnsweredAt)
        {
            return await PutBehindAsync(shown.PublicId, answer, cancellationToken);
        }

        shown.StandBehind(answer.PublicId);
        return [shown, .. await PutBehindAsync(answer.PublicId, shown, cancellationToken)];
    }

    /// <summary>Brings the newest of those an answer stood for into the lists, with the others behind it. Returns all that changed; the caller saves.</summary>
    public async Task<IReadOnlyList<PublishedAnswer>> ReleaseAsync(PublishedAnswer gone, CancellationToken cancellationToken)
    {
        var others = await BehindAsync(gone, cancellationToken);
        others.ForEach(other => other.StandBehind(others[0].PublicId));
        return others;
    }

    /// <summary>One steps behind the shown one, and so do those that stood behind it.</summary>
    private async Task<IReadOnlyList<PublishedAnswer>> PutBehindAsync(int shown, PublishedAnswer one, CancellationToken cancellationToken)
    {
        one.StandBehind(shown);
        var others = await BehindAsync(one, cancellationToken);
        others.ForEach(other => other.StandBehind(shown));
        return others;
    }

    private Task<List<PublishedAnswer>> BehindAsync(PublishedAnswer shown, CancellationToken cancellationToken) => db.PublishedAnswers.Include(other => other.Places)
        .Where(other => other.ClusterId == shown.PublicId && other.TakenDownAt == null).OrderByDescending(other => other.AnsweredAt).ThenByDescending(other => other.Id).ToListAsync(cancellationToken);

    private async Task<PublishedAnswer?> ShownLikeAsync(PublishedAnswer answer, CancellationToken cancellationToken)
    {
        var near = nearest.Find($"{answer.Title}\n{answer.Question}", answer.Language, [AnswerDocuments.SearchKind], Candidates, [answer.Key]);
        var numbers = near.Select(text => AnswerDocuments.PublicIdOf(text.Key)).ToList();
        var found = await db.PublishedAnswers.Include(other => other.Places).Where(other => numbers.Contains(other.PublicId)).ToListAsync(cancellationToken);
        return found.Where(other => other.IsListed && other.Language == answer.Language && other.Sensitivity == answer.Sensitivity).OrderBy(other => numbers.IndexOf(other.PublicId))
            .FirstOrDefault(other => QuestionLikeness.AreAlike(answer.Title, answer.Question, other.Title, other.Question));
    }
}
