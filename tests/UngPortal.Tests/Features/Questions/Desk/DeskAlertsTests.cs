using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>Coordinators hear of what can't wait, each thing once, and never what was asked.</summary>
public sealed class DeskAlertsTests : IDisposable
{
    private const string Red = "Jeg vil ikke leve lenger, KANARI";

    private readonly PortalApp _app = new PortalApp().WithoutWorkers();

    [Fact]
    public async Task Run_RedIsNew_MailsCoordinatorsOnce_WithoutAWordOfIt()
    {
        await _app.HireAsync(roles: StaffRole.SafeguardingOfficer);
        await _app.HireAsync(roles: StaffRole.Expert);
        await _app.AskedAsync(Red);
        await _app.AskedAsync();

        Assert.Equal((1, 0), (await RunAsync(), await RunAsync()));
        var mail = Assert.Single(await MailsAsync());
        Assert.Contains("Nye røde spørsmål: 1", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARI", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OverTwelveHours_TellsRedUnseenAndLate_EachOnce()
    {
        await _app.HireAsync(roles: StaffRole.TriageEditor);
        var id = await _app.AskedAsync(Red);
        var told = new List<AlertStage>();
        for (var minute = 0; minute <= 13 * 60; minute += 10)
        {
            await RunAsync();
            told.Add((await _app.QuestionAsync(id)).Told);
            _app.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal([AlertStage.Red, AlertStage.Unseen, AlertStage.Overdue], told.Distinct());
        Assert.Equal(3, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task Run_SeenInTime_IsNotCalledUnseen()
    {
        await _app.HireAsync(roles: StaffRole.TriageEditor);
        var id = await _app.AskedAsync(Red);
        await RunAsync();
        await _app.ChangeAsync(id, question => question.NoteSeen(PortalApp.Start.UtcDateTime));
        _app.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(0, await RunAsync());
    }

    [Fact]
    public async Task Run_WhatIsFoundRedWhenItIsLate_IsToldOfAsRedAndLate()
    {
        await _app.HireAsync(roles: StaffRole.TriageEditor);
        var id = await _app.AskedAsync();
        _app.Clock.Advance(TimeSpan.FromHours(72));
        Assert.Equal(1, await RunAsync());
        await _app.ChangeAsync(id, question => question.Triage(Severity.Red, ["sovn"], 1, _app.Clock.GetUtcNow().UtcDateTime));

        Assert.Equal((1, 0), (await RunAsync(), await RunAsync()));
        var mails = await MailsAsync();
        Assert.Equal(2, mails.Count);
        Assert.Contains("over fristen for svar: 1", Assert.Single(mails, mail => mail.Contains("Nye røde spørsmål: 1", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Severity.Green, AlertStage.Red)]
    [InlineData(Severity.Red, AlertStage.None)]
    public async Task Triage_ForgetsWhatWasTold_OnlyWhereItIsHarderThanBefore(Severity found, AlertStage left)
    {
        var id = await _app.AskedAsync(found == Severity.Red ? "Hvor mange timer bør jeg sove?" : Red);
        await _app.ChangeAsync(id, question => question.NoteTold(AlertStage.Red));

        await _app.ChangeAsync(id, question => question.Triage(found, ["sovn"], 1, PortalApp.Start.UtcDateTime));

        Assert.Equal(left, (await _app.QuestionAsync(id)).Told);
    }

    [Fact]
    public async Task Run_WhileTheAskerIsAskedForMore_TellsNothing_AndThenCountsWithoutTheWait()
    {
        await _app.HireAsync(roles: StaffRole.TriageEditor);
        var id = await _app.QueuedAsync();
        _app.Clock.Advance(TimeSpan.FromHours(10));
        await _app.ChangeAsync(id, question =>
        {
            question.Claim(1, _app.Clock.GetUtcNow().UtcDateTime);
            question.AskForMore([1], 1, _app.Clock.GetUtcNow().UtcDateTime);
        });
        _app.Clock.Advance(TimeSpan.FromHours(100));
        Assert.Equal(0, await RunAsync());
        await _app.ChangeAsync(id, question => question.AddMore([1], Severity.Green, _app.Clock.GetUtcNow().UtcDateTime));

        _app.Clock.Advance(TimeSpan.FromHours(62) - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await RunAsync());
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await RunAsync());

        var question = await _app.QuestionAsync(id);
        Assert.Equal((question.AskedAt.AddHours(172), AlertStage.Overdue), (question.DueAt, question.Told));
    }

    [Fact]
    public async Task Run_WhatWasLateBeforeTheAskerWasAsked_IsToldOfAgainAfterTheAnswer()
    {
        await _app.HireAsync(roles: StaffRole.TriageEditor);
        var id = await _app.QueuedAsync();
        _app.Clock.Advance(TimeSpan.FromHours(72));
        Assert.Equal(1, await RunAsync());
        await _app.ChangeAsync(id, question =>
        {
            question.Claim(1, _app.Clock.GetUtcNow().UtcDateTime);
            question.AskForMore([1], 1, _app.Clock.GetUtcNow().UtcDateTime);
            question.AddMore([1], Severity.Green, _app.Clock.GetUtcNow().UtcDateTime.AddHours(5));
        });

        _app.Clock.Advance(TimeSpan.FromHours(5));

        Assert.Equal((1, 0), (await RunAsync(), await RunAsync()));
    }

    [Fact]
    public async Task Run_WithNobodyToTell_KeepsTheNewsUntilThereIs()
    {
        await _app.HireAsync(roles: StaffRole.Expert);
        var id = await _app.AskedAsync(Red);
        Assert.Equal(0, await RunAsync());
        Assert.Equal(AlertStage.None, (await _app.QuestionAsync(id)).Told);
        await _app.HireAsync(roles: StaffRole.ChiefEditor);

        Assert.Equal((1, 0), (await RunAsync(), await RunAsync()));
        Assert.Contains("Nye røde spørsmål: 1", Assert.Single(await MailsAsync()), StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private Task<int> RunAsync() => _app.Services.GetRequiredService<DeskAlerts>().RunAsync(CancellationToken.None);

    private async Task<List<string>> MailsAsync()
    {
        var texts = _app.Services.GetRequiredService<MailText>();
        var mails = await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().ToListAsync());
        return mails.ConvertAll(mail => mail.Subject + "\n" + texts.Read(mail));
    }
}
