using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Reviewing;

/// <summary>Finds what waits for a second reader, and who has it: whoever wrote the answer. Source: product/questions.md, "Pull, not browse".</summary>
public sealed class ReadingList(PortalDbContext db)
{
    private const int Most = 50;

    /// <summary>The most urgent first; none that the person wrote.</summary>
    public async Task<IReadOnlyList<DeskRow>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        var id = person.Id;
        var rows = await db.Questions.Where(question => question.State == QuestionState.InReview && question.Answer!.AuthorId != id)
            .OrderBy(question => question.Urgency).ThenBy(question => question.DueAt).Take(Most).Select(DeskRow.Of).ToListAsync(cancellationToken);
        var authors = await AuthorsAsync([.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Select(row => row with { WrittenBy = authors.GetValueOrDefault(row.Id) })];
    }

    /// <summary>The names of those who wrote the answers, by question.</summary>
    public Task<Dictionary<Guid, string>> AuthorsAsync(Guid[] questions, CancellationToken cancellationToken) => db.Set<QuestionAnswer>().Where(answer => questions.Contains(answer.QuestionId))
        .Join(db.Staff, answer => answer.AuthorId, member => member.Id, (answer, member) => new { answer.QuestionId, member.DisplayName }).ToDictionaryAsync(one => one.QuestionId, one => one.DisplayName, cancellationToken);
}
