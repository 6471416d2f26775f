using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>What is Red or held is told of every day until somebody decides, and its end is announced.</summary>
public sealed class DeskRemindersTests : IDisposable
{
    private const string StillOpen = "fortsatt er åpne etter fristen: ";
    private const string DeletedSoon = "slettes uten svar i løpet av tre dager";

    private readonly PortalApp _app = new PortalApp().WithoutWorkers();

    [Fact]
    public async Task Run_OverThreeDays_TellsOfRedAndHeld_OnceADay_UntilSomebodyDecides()
    {
        await _app.HireAsync(roles: StaffRole.TriageEditor);
        await _app.HireAsync(roles: StaffRole.Expert);
        var red = await _app.QueuedAsync(Severity.Red, text: "KANARI, hva kan jeg gjøre nå?");
        var held = await _app.AskedAsync();
        await _app.ChangeAsync(held, question => question.HoldForSafeguarding(PortalApp.Start.UtcDateTime));
        await _app.QueuedAsync();
        await LaterAsync(TimeSpan.FromHours(73));

        await LaterAsync(TimeSpan.FromDays(1));
        await _app.ChangeAsync(held, question => question.Decline(DeclineReason.OutsideTheService, _app.Clock.GetUtcNow().UtcDateTime));
        await LaterAsync(TimeSpan.FromDays(1));
        await _app.ChangeAsync(red, question => question.Decline(DeclineReason.OutsideTheService, _app.Clock.GetUtcNow().UtcDateTime));
        await LaterAsync(TimeSpan.FromDays(1));

        var mails = await MailsAsync();
        Assert.Equal(["2", "2", "1"], mails.Select(mail => mail.Split(StillOpen)[1].Split('\n')[0]));
        Assert.All(mails, mail => Assert.DoesNotContain("KANARI", mail, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain(DeletedSoon, mail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_InTheLastThreeDays_SaysThatItWillBeDeleted()
    {
        await _app.HireAsync(roles: StaffRole.ChiefEditor);
        await _app.QueuedAsync(Severity.Red);
        _app.Clock.Advance(TimeSpan.FromHours(13));
        var days = new List<int>();
        for (var day = 1; day < QuestionRetention.UnansweredDays; day++)
        {
            var before = await SoonAsync();
            await LaterAsync(TimeSpan.FromDays(1));
            days.AddRange(await SoonAsync() > before ? [day] : []);
        }

        Assert.Equal([27, 28, 29], days);
        Assert.Equal(QuestionRetention.UnansweredDays - 1, (await MailsAsync()).Count);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Lets time go by, and then what runs by the clock, on two nodes.</summary>
    private async Task LaterAsync(TimeSpan time)
    {
        _app.Clock.Advance(time);
        await _app.Services.GetRequiredService<DeskAlerts>().RunAsync(CancellationToken.None);
        await _app.RunAsync<DeskReminders>();
        await _app.RunAsync<DeskReminders>();
    }

    private async Task<int> SoonAsync() => (await MailsAsync()).Count(mail => mail.Contains(DeletedSoon, StringComparison.Ordinal));

    private async Task<List<string>> MailsAsync()
    {
        var texts = _app.Services.GetRequiredService<MailText>();
        var mails = await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().Where(mail => mail.MessageId.StartsWith("reminder-")).OrderBy(mail => mail.Id).ToListAsync());
        return mails.ConvertAll(texts.Read);
    }
}
