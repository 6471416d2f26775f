using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Averting;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Averting;

/// <summary>A case that stands still is told of again and again, until somebody moves it.</summary>
public sealed class CaseAlertTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly PortalApp _app = new PortalApp().WithoutWorkers();

    [Theory]
    [InlineData(CaseState.Open, "Noen må vurdere saken nå.")]
    [InlineData(CaseState.AwaitingSecond, "En til må si seg enig eller uenig")]
    [InlineData(CaseState.Disputed, "Noen må vurdere på nytt.")]
    public async Task Run_EachHourThatACaseStands_TellsAgain_AndTheChiefEditorFromTheSecondTime(CaseState state, string words)
    {
        var (officer, chief, _) = await StandingAsync(state);
        await PassAsync(Hour - Moment);
        Assert.Empty(await MailsAsync(words));

        await PassAsync(2 * Moment);
        Assert.Equal([officer], (await MailsAsync(words)).Select(mail => mail.To));
        Assert.Empty(await MailsAsync("Finn noen"));

        await PassAsync(Hour);
        await PassAsync(Hour);
        Assert.Equal(3, (await MailsAsync(words)).Count);
        Assert.Equal([chief, chief], (await MailsAsync("Finn noen")).Select(mail => mail.To));
        Assert.DoesNotContain("KANARI", string.Concat((await MailsAsync("")).Select(mail => mail.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhatIsDecidedAndNotClosed_IsToldOfEachDay_UntilItIsClosed()
    {
        var (_, chief, id) = await StandingAsync(CaseState.Decided);
        const string words = "Gjør det som er avgjort";
        await PassAsync(2 * Hour);
        Assert.Empty(await MailsAsync(words));

        await PassAsync(23 * Hour);
        await PassAsync(24 * Hour);
        Assert.Equal(2, (await MailsAsync(words)).Count);
        Assert.Equal([chief], (await MailsAsync("Finn noen")).Select(mail => mail.To));

        await MoveAsync(id, one => one.Close(Hand(2)));
        await PassAsync(72 * Hour);
        Assert.Equal(2, (await MailsAsync(words)).Count);
    }

    [Fact]
    public async Task Run_WhatMoved_IsNewAgain()
    {
        var (_, _, id) = await StandingAsync(CaseState.Open);
        await PassAsync(Hour + Moment);
        await MoveAsync(id, one => one.Assess(CaseDecision.Police, false, Hand(1)));

        Assert.Null((await _app.CaseAsync(id)).ToldLateAt);
        await PassAsync(Hour + Moment);

        Assert.Single(await MailsAsync("En til må si seg enig"));
        Assert.Empty(await MailsAsync("Finn noen"));
    }

    [Fact]
    public async Task Run_WhatOneDidAlone_IsToldOfEachHourAfterItsDeadline()
    {
        var (_, chief, _) = await StandingAsync(CaseState.ActedAlone);
        await PassAsync(24 * Hour);
        await PassAsync(Hour);

        Assert.Equal(2, (await MailsAsync("Ingen har dokumentert i tide")).Count);
        Assert.Equal([chief], (await MailsAsync("Finn noen")).Select(mail => mail.To));
    }

    [Fact]
    public async Task Confirm_TellsThatItIsDecided()
    {
        var (expert, officer) = (await _app.ExpertAsync(), await _app.HireAsync(roles: StaffRole.SafeguardingOfficer));
        var id = await _app.AvertingAsync(expert);
        await MoveAsync(id, one => one.Assess(CaseDecision.Police, false, Hand(officer)));
        using var second = await _app.SignInAsync(expert);

        await second.FillInAsync($"/admin/avverging/{id}/steg", null, ("Steg", "bekreft"));

        Assert.Equal([(await _app.StaffAsync(officer)).Email], (await MailsAsync("To er enige om hva som skal gjøres")).Select(mail => mail.To));
    }

    [Fact]
    public async Task Step_WhileTheCaseIsToldOf_IsNotTakenForAColleague()
    {
        var (expert, _) = (await _app.ExpertAsync(), await _app.HireAsync(roles: StaffRole.SafeguardingOfficer));
        var id = await _app.AvertingAsync(expert);
        var path = $"/admin/avverging/{id}/steg";
        using var writer = await _app.SignInAsync(expert);
        var fields = new Dictionary<string, string>((await writer.VisitAsync(path)).Form(path)) { ["Steg"] = "vurder", ["Fakta"] = "F", ["Lov"] = "L", ["Alternativer"] = "A", ["Vedtak"] = "Police" };
        await MoveAsync(id, one => one.NoteToldLate(_app.Clock.GetUtcNow().UtcDateTime));

        await writer.PostFormAsync(path, fields);

        Assert.Equal(CaseState.AwaitingSecond, (await _app.CaseAsync(id)).State);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>A case in the state, an officer and a chief editor. Returns their addresses.</summary>
    private async Task<(string Officer, string Chief, Guid Case)> StandingAsync(CaseState state)
    {
        var officer = await _app.StaffAsync(await _app.HireAsync(roles: StaffRole.SafeguardingOfficer));
        var chief = await _app.StaffAsync(await _app.HireAsync(roles: StaffRole.ChiefEditor));
        var id = await _app.AvertingAsync(1_000, "KANARI");
        Action<AvertingCase>[] steps = state switch
        {
            CaseState.AwaitingSecond => [one => one.Assess(CaseDecision.Police, false, Hand(1))],
            CaseState.Disputed => [one => one.Assess(CaseDecision.None, false, Hand(1)), one => one.Disagree(Hand(2))],
            CaseState.ActedAlone => [one => one.ActAlone(CaseDecision.Police, false, Hand(1), _app.Clock.GetUtcNow().UtcDateTime.AddHours(24))],
            CaseState.Decided => [one => one.Assess(CaseDecision.Police, false, Hand(1)), one => one.Confirm(Hand(2))],
            _ => [],
        };
        foreach (var step in steps)
        {
            await MoveAsync(id, step);
        }

        return (officer.Email!, chief.Email!, id);
    }

    private Task<int> MoveAsync(Guid id, Action<AvertingCase> step) => _app.InDatabaseAsync(async db =>
    {
        step(await db.AvertingCases.Include(one => one.Entries).SingleAsync(one => one.Id == id));
        return await db.SaveChangesAsync();
    });

    private async Task PassAsync(TimeSpan time)
    {
        _app.Clock.Advance(time);
        var alerts = _app.Services.GetRequiredService<CaseAlerts>();
        await alerts.RunAsync(CancellationToken.None);
        Assert.Equal(0, await alerts.RunAsync(CancellationToken.None));
    }

    private CaseHand Hand(int byId) => new(byId, _app.Clock.GetUtcNow().UtcDateTime, Guid.NewGuid(), []);

    private async Task<List<(string To, string Text)>> MailsAsync(string words)
    {
        var texts = _app.Services.GetRequiredService<MailText>();
        var mails = await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().ToListAsync());
        return [.. mails.Select(mail => (mail.Recipient, mail.Subject + "\n" + texts.Read(mail))).Where(mail => mail.Item2.Contains(words, StringComparison.Ordinal))];
    }
}
