using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Questions.Alerts;

/// <summary>Says again every morning, for as long as it holds, that what is Red or held is late, and in the last days that it will be deleted: none of them goes without a person deciding. Source: product/questions.md, "Notifications".</summary>
public sealed partial class DeskReminders(PortalDbContext db, Coordinators coordinators, DailyPost post, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site, ILogger<DeskReminders> logger) : IPortalJob
{
    /// <summary>So many days before it is deleted that is said too.</summary>
    public const int DeletedSoonDays = 3;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        var late = db.Questions.Where(question => question.State < QuestionState.Answered && question.State != QuestionState.Joined && question.DueAt <= now && question.Told == AlertStage.Overdue
            && (question.Severity == Severity.Red || question.State == QuestionState.SafeguardingHold));
        var count = await late.CountAsync(cancellationToken);
        if (count == 0)
        {
            return;
        }

        var text = TextOf(count, await DeletedSoonAsync(late, now.AddDays(DeletedSoonDays), cancellationToken));
        var people = await coordinators.PeopleAsync(cancellationToken);
        foreach (var person in people)
        {
            await post.PostAsync("reminder", person, texts["Alert_Subject"], text, cancellationToken);
        }

        LogReminded(count, people.Count);
    }

    /// <summary>From the few that are late to their threads, never through all threads.</summary>
    private Task<int> DeletedSoonAsync(IQueryable<Question> late, DateTime by, CancellationToken cancellationToken)
    {
        var (unanswered, answered) = (db.QuestionThreads.Where(QuestionRetention.IsUnansweredAndOver(by)), db.QuestionThreads.Where(QuestionRetention.IsAnsweredAndOver(by)));
        return late.CountAsync(question => unanswered.Any(thread => thread.Id == question.ThreadId) || answered.Any(thread => thread.Id == question.ThreadId), cancellationToken);
    }

    private string TextOf(int late, int deletedSoon)
    {
        string[] soon = deletedSoon > 0 ? [texts["Alert_DeletedSoon", deletedSoon.ToString(CultureInfo.InvariantCulture)]] : [];
        return string.Join('\n', [texts["Alert_StillOpen", late.ToString(CultureInfo.InvariantCulture)].Value, .. soon, "", site.Value.Absolute("/admin/sporsmal"), "", texts["Alert_NoText"].Value]);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} Red or held questions are late; {People} coordinators were reminded.")]
    private partial void LogReminded(int count, int people);
}
