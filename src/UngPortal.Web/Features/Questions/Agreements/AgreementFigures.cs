using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Agreements;

/// <summary>Counts what was promised and answered, by organisation, in Norwegian months. Source: product/questions.md, "Agreements".</summary>
public sealed class AgreementFigures(PortalDbContext db)
{
    public const int MonthsBefore = 12;

    /// <summary>The organisations that have promised or answered something, by name; all, or the given ones.</summary>
    public async Task<IReadOnlyList<AgreementLine>> ReadAsync(IReadOnlyList<int>? organisations, CancellationToken cancellationToken)
    {
        var today = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime);
        var month = new DateOnly(today.Year, today.Month, 1);
        var before = month.AddMonths(-MonthsBefore);
        var (monthBegan, since) = (OsloTime.StartOf(month), OsloTime.StartOf(before));
        var counts = await db.Questions.Where(question => question.AnsweredAt >= since && question.OrganisationId != null).GroupBy(question => question.OrganisationId!.Value)
            .Select(group => new { group.Key, Now = group.Count(question => question.AnsweredAt >= monthBegan), All = group.Count() }).ToDictionaryAsync(group => group.Key, cancellationToken);
        // An answer that serves several is written once, and counts once.
        var joined = await db.Questions.Where(question => question.AnsweredAt >= monthBegan && question.HeadId != null && question.Head!.OrganisationId != null).GroupBy(question => question.Head!.OrganisationId!.Value)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var houses = await db.Organisations.AsNoTracking().Include(house => house.Agreements).Where(house => organisations == null || organisations.Contains(house.Id)).OrderBy(house => house.SearchName).ToListAsync(cancellationToken);
        return
        [
            .. from house in houses
               let count = counts.GetValueOrDefault(house.Id)
               let line = new AgreementLine(
                   house.Id, house.Name, Promised(house, month, month.AddMonths(1)), Promised(house, month, today.AddDays(1)), count?.Now ?? 0,
                   Promised(house, before, month), (count?.All - count?.Now) ?? 0) { AlsoReached = joined.GetValueOrDefault(house.Id) }
               where line.Promised > 0 || line.PromisedBefore > 0 || count is not null
               select line,
        ];
    }

    /// <summary>What the agreements promise for the days from the first of a month to the day before the last one; a month that is covered in part counts in part.</summary>
    private static double Promised(Organisation house, DateOnly from, DateOnly to)
    {
        var sum = 0.0;
        for (var month = from; month < to; month = month.AddMonths(1))
        {
            var end = Earlier(month.AddMonths(1), to);
            foreach (var agreement in house.Agreements.Where(agreement => agreement.From < end && agreement.To >= month))
            {
                var first = agreement.From > month ? agreement.From : month;
                var days = Earlier(agreement.To.AddDays(1), end).DayNumber - first.DayNumber;
                sum += (double)(agreement.QuestionsPerMonth ?? 0) * days / DateTime.DaysInMonth(month.Year, month.Month);
            }
        }

        return sum;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
