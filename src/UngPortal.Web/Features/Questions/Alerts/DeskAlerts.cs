using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Questions.Alerts;

/// <summary>Mails coordinators within a minute when something Red comes in, when nobody has seen it in time, and when an answer is late. Never a word of what was asked. Source: product/questions.md, "Notifications".</summary>
public sealed partial class DeskAlerts(IServiceScopeFactory scopes, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site, TimeProvider time, ILogger<DeskAlerts> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private const int Batch = 500;

    /// <summary>Whether it is in the log already that nobody can hear.</summary>
    private bool _isUnheard;

    /// <summary>Tells what is new. Returns how many questions it told of. Of two nodes at once the rows' versions let one through.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow().UtcDateTime;
        var firstEyes = now - QuestionTargets.Of(Severity.Red).FirstEyes!.Value;
        // Only what has news: many that were told of already must not stand in the way of others.
        var open = db.Questions.Where(question => question.State < QuestionState.Answered && question.State != QuestionState.Joined && question.State != QuestionState.NeedsMore && ((question.DueAt <= now && question.Told < AlertStage.Overdue)
                || (question.Severity == Severity.Red && (question.Told < AlertStage.Red || (question.Told < AlertStage.Unseen && question.FirstSeenAt == null && (question.AddedAt ?? question.AskedAt) <= firstEyes)))));
        if (!await open.AnyAsync(cancellationToken))
        {
            return 0;
        }

        var addresses = await scope.ServiceProvider.GetRequiredService<Coordinators>().AddressesAsync(cancellationToken);
        if (addresses.Count == 0)
        {
            // It stays untold until there is somebody to tell.
            await NoteUnheardAsync(open, cancellationToken);
            return 0;
        }

        var news = (await open.OrderBy(question => question.Urgency).ThenBy(question => question.DueAt).Take(Batch).ToListAsync(cancellationToken))
            .Select(question => (Question: question, Stage: question.AlertAt(now))).Where(pair => pair.Stage is not null).ToList();
        if (news.Count == 0)
        {
            return 0;
        }

        _isUnheard = false;
        var counts = news.SelectMany(pair => LinesOf(pair.Question, pair.Stage!.Value)).CountBy(stage => stage).ToDictionary();
        news.ForEach(pair => pair.Question.NoteTold(pair.Stage!.Value));
        foreach (var address in addresses)
        {
            scope.ServiceProvider.GetRequiredService<MailPost>().Post(address, texts["Alert_Subject"], TextOf(counts));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return news.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0; // Something moved, or another node was first: the next beat looks again.
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, RunAsync, LogPostponed, stoppingToken);

    /// <summary>What turned out to be Red when it was late already has not been called Red yet.</summary>
    private static AlertStage[] LinesOf(Question question, AlertStage stage) =>
        stage > AlertStage.Red && question is { Severity: Severity.Red, Told: AlertStage.None } ? [AlertStage.Red, stage] : [stage];

    /// <summary>Once, not at every beat.</summary>
    private async Task NoteUnheardAsync(IQueryable<Question> open, CancellationToken cancellationToken)
    {
        if (!_isUnheard)
        {
            LogUnheard(await open.CountAsync(cancellationToken));
        }

        _isUnheard = true;
    }

    private string TextOf(Dictionary<AlertStage, int> counts)
    {
        var lines = new[] { AlertStage.Red, AlertStage.Unseen, AlertStage.Overdue }.Where(counts.ContainsKey).Select(stage => texts[$"Alert_{stage}", counts[stage].ToString(CultureInfo.InvariantCulture)].Value);
        return string.Join('\n', [.. lines, "", site.Value.Absolute("/admin/sporsmal"), "", texts["Alert_NoText"].Value]);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Question alerts could not be sent ({Problem}); trying again.")]
    private partial void LogPostponed(string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} questions can't wait, and there is no coordinator who could be told.")]
    private partial void LogUnheard(int count);
}
