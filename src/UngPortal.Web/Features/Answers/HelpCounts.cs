using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Feedback;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Answers;

/// <summary>Counts every night how many found help in an answer, before what they sent is deleted. It counts the last days anew, so that a night more or less makes no difference.</summary>
public sealed class HelpCounts(PortalDbContext db) : IPortalJob
{
    private const int Days = 3;
    private const string PathStart = "/sporsmal/";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var since = db.Time.GetUtcNow().UtcDateTime.AddDays(-Days);
        var first = OsloTime.DayOf(since).AddDays(1); // The day itself is only half there.
        var said = await db.Set<FeedbackEntry>().AsNoTracking().Where(entry => entry.SentAt >= since && entry.Helped != null && entry.Page.StartsWith(PathStart)).Select(entry => new { entry.Page, entry.Helped, entry.SentAt }).ToListAsync(cancellationToken);
        var sums = said.Select(entry => (Number: NumberIn(entry.Page), Day: OsloTime.DayOf(entry.SentAt), Yes: entry.Helped == true)).Where(entry => entry.Number > 0 && entry.Day >= first)
            .GroupBy(entry => (entry.Number, entry.Day)).ToDictionary(group => group.Key, group => (Yes: group.Count(entry => entry.Yes), No: group.Count(entry => !entry.Yes)));
        foreach (var ((number, day), (yes, no)) in sums)
        {
            await db.InTransactionAsync(stop => WriteAsync(number, day, yes, no, stop), cancellationToken);
        }
    }

    /// <summary>The public number in an address; 0 for the list itself and for what is no number.</summary>
    private static int NumberIn(string page) =>
        int.TryParse(page.AsSpan(PathStart.Length) is var rest && rest.IndexOf('/') is var end and > 0 ? rest[..end] : rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private async Task<int> WriteAsync(int number, DateOnly day, int yes, int no, CancellationToken cancellationToken)
    {
        var id = await db.PublishedAnswers.Where(answer => answer.PublicId == number).Select(answer => answer.Id).FirstOrDefaultAsync(cancellationToken);
        if (id == 0)
        {
            return 0;
        }

        if (await db.AnswerReadings.Where(reading => reading.AnswerId == id && reading.Day == day).ExecuteUpdateAsync(set => set.SetProperty(reading => reading.HelpedYes, yes).SetProperty(reading => reading.HelpedNo, no), cancellationToken) == 0)
        {
            db.AnswerReadings.Add(new AnswerReading { AnswerId = id, Day = day, HelpedYes = yes, HelpedNo = no });
            await db.SaveChangesAsync(cancellationToken);
        }

        var all = db.AnswerReadings.Where(reading => reading.AnswerId == id);
        var (allYes, allNo) = (await all.SumAsync(reading => reading.HelpedYes, cancellationToken), await all.SumAsync(reading => reading.HelpedNo, cancellationToken));
        return await db.PublishedAnswers.Where(answer => answer.Id == id).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.HelpedYes, allYes).SetProperty(answer => answer.HelpedNo, allNo), cancellationToken);
    }
}
