using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;
using UngPortal.Tests.Architecture;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.WellBeing;

/// <summary>One press at the desk, and a coordinator gets in touch.</summary>
public sealed class TalkTests : IDisposable
{
    private const string AskPath = "/admin/sporsmal/snakke";
    private const string ListPath = "/admin/sporsmal/samtaler";

    private readonly PortalApp _app = new();

    [Theory]
    [InlineData(StaffRole.Expert)]
    [InlineData(StaffRole.YouthAnswerer)]
    [InlineData(StaffRole.TriageEditor)]
    public async Task Ask_FromTheDesk_IsKept_AndOtherCoordinatorsAreMailedWithTheNameOnly(StaffRole role)
    {
        var coordinator = await _app.HireAsync(roles: StaffRole.TriageEditor);
        await _app.HireAsync(roles: StaffRole.Expert);
        var id = await _app.HireAsync(roles: role);
        using var person = await _app.SignInAsync(id);

        var answer = await person.FillInAsync("/admin/sporsmal", AskPath);
        var after = await person.PageAsync("/admin/sporsmal");

        Assert.Equal((HttpStatusCode.Found, $"{AskPath}?gjort=1"), (answer.Status, answer.Response.Headers.Location!.OriginalString));
        Assert.Contains("Du ba om en samtale", after.Text, StringComparison.Ordinal);
        var talk = await _app.InDatabaseAsync(db => db.TalkRequests.SingleAsync());
        Assert.Equal((id, null), (talk.StaffId, talk.HeldAt));
        var (to, text) = Assert.Single(await MailsAsync());
        Assert.Equal((await _app.StaffAsync(coordinator)).Email, to);
        Assert.Contains((await _app.StaffAsync(id)).DisplayName + " har bedt om", text, StringComparison.Ordinal);
        Assert.Equal(["talk-asked"], await _app.AuditOfAsync(talk.Subject));
    }

    [Fact]
    public async Task Ask_FromTheAnswer_OpensATabOfItsOwn_AndLeavesWhatIsWritten()
    {
        var id = await _app.ExpertAsync();
        var question = await _app.ClaimedAsync(id);
        using var expert = await _app.SignInAsync(id);

        var form = (await expert.PageAsync($"/admin/sporsmal/{question}")).Document.QuerySelector($"form[action='{AskPath}']");

        Assert.Equal("_blank", form!.GetAttribute("target"));
        Assert.Null(form.ParentElement!.Closest("form"));
    }

    [Fact]
    public async Task Ask_WrittenInEnglish_IsMailedInBokmaal()
    {
        await _app.HireAsync(roles: StaffRole.TriageEditor);
        using var person = await _app.SignInAsAsync(StaffRole.Expert);

        await person.FillInAsync("/en/admin/sporsmal", "/en" + AskPath);

        Assert.StartsWith("En kollega trenger å snakke", Assert.Single(await MailsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_Again_AddsNothing_UntilTheTalkIsHeld()
    {
        await _app.HireAsync(roles: StaffRole.ChiefEditor);
        var id = await _app.HireAsync(roles: StaffRole.Expert);
        using var person = await _app.SignInAsync(id);
        using var second = await _app.SignInAsync(id);
        using var coordinator = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        var form = await second.PageAsync("/admin/sporsmal");

        await person.FillInAsync("/admin/sporsmal", AskPath);
        await second.PostFormAsync(AskPath, form.Form(AskPath));
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.TalkRequests.CountAsync()));
        await coordinator.FillInAsync(ListPath, ListPath, ("samtale", await OpenAsync()));
        await person.FillInAsync("/admin/sporsmal", AskPath);

        Assert.Equal(2, await _app.InDatabaseAsync(db => db.TalkRequests.CountAsync()));
    }

    [Fact]
    public async Task Ask_TwiceAtTheSameMoment_IsHeldApartByTheTable()
    {
        var id = await _app.HireAsync(roles: StaffRole.Expert);

        await Assert.ThrowsAsync<DbUpdateException>(() => _app.InDatabaseAsync(db =>
        {
            db.TalkRequests.AddRange(Enumerable.Range(0, 2).Select(_ => new TalkRequest { Id = Guid.NewGuid(), StaffId = id, AskedAt = PortalApp.Start.UtcDateTime }));
            return db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task List_ShowsWhoWaits_AndTheTalkIsHeldOnce()
    {
        var id = await _app.HireAsync(roles: StaffRole.Expert);
        using var person = await _app.SignInAsync(id);
        await person.FillInAsync("/admin/sporsmal", AskPath);
        using var coordinator = await _app.SignInAsAsync(StaffRole.SafeguardingOfficer);
        var (home, list, talk) = (await coordinator.PageAsync("/admin"), await coordinator.PageAsync(ListPath), await OpenAsync());
        var form = list.Form(ListPath);

        var held = await coordinator.PostFormAsync(ListPath, new Dictionary<string, string>(form) { ["samtale"] = talk });
        var again = await coordinator.PostFormAsync(ListPath, new Dictionary<string, string>(form) { ["samtale"] = talk });

        Assert.Contains("Kolleger som trenger å snakke: 1", home.Text, StringComparison.Ordinal);
        Assert.Contains((await _app.StaffAsync(id)).DisplayName, list.Text, StringComparison.Ordinal);
        Assert.Equal(($"{ListPath}?gjort=1", $"{ListPath}?gjort=opptatt"), (held.Response.Headers.Location!.OriginalString, again.Response.Headers.Location!.OriginalString));
        Assert.Contains("Ingen venter", (await coordinator.PageAsync(ListPath)).Text, StringComparison.Ordinal);
        Assert.Equal(["talk-asked", "talk-held"], await _app.AuditOfAsync($"talk:{Guid.Parse(talk):N}"));
    }

    [Fact]
    public async Task Talk_NinetyDaysAfterItWasHeld_IsForgotten()
    {
        var id = await _app.HireAsync(roles: StaffRole.Expert);
        await _app.InDatabaseAsync(db =>
        {
            var held = db.TalkRequests.Add(new TalkRequest { Id = Guid.NewGuid(), StaffId = id, AskedAt = PortalApp.Start.UtcDateTime }).Entity;
            held.NoteHeld(id + 1, PortalApp.Start.UtcDateTime);
            db.TalkRequests.Add(new TalkRequest { Id = Guid.NewGuid(), StaffId = id, AskedAt = PortalApp.Start.UtcDateTime });
            return db.SaveChangesAsync();
        });
        _app.Clock.Advance(TalkRequest.KeptFor);
        await _app.RunAsync<QuestionRetention>();
        Assert.Equal(2, await _app.InDatabaseAsync(db => db.TalkRequests.CountAsync()));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));

        await _app.RunAsync<QuestionRetention>();

        Assert.Null((await _app.InDatabaseAsync(db => db.TalkRequests.SingleAsync())).HeldAt);
    }

    [Fact]
    public async Task Talk_OfACoordinatorsOwn_IsHeldBySomebodyElse()
    {
        using var coordinator = await _app.SignInAsAsync(StaffRole.TriageEditor);
        await coordinator.FillInAsync("/admin/sporsmal", AskPath);
        var talk = await OpenAsync();
        var page = await coordinator.PageAsync("/admin/sporsmal");

        var answer = await coordinator.PostFormAsync(ListPath, new Dictionary<string, string> { ["samtale"] = talk, ["__RequestVerificationToken"] = await coordinator.TokenAsync() });

        Assert.Equal($"{ListPath}?gjort=opptatt", answer.Response.Headers.Location!.OriginalString);
        Assert.Contains("Dette er deg", (await coordinator.PageAsync(ListPath)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kolleger som trenger", (await coordinator.PageAsync("/admin")).Text, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new TalkRequest { Id = Guid.NewGuid(), StaffId = 7, AskedAt = default }.NoteHeld(7, default));
        Assert.Contains("Du ba om", page.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private Task<string> OpenAsync() => _app.InDatabaseAsync(async db => (await db.TalkRequests.SingleAsync(talk => talk.HeldAt == null)).Id.ToString());

    private async Task<List<(string To, string Text)>> MailsAsync()
    {
        var texts = _app.Services.GetRequiredService<MailText>();
        var mails = await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().ToListAsync());
        return mails.ConvertAll(mail => (mail.Recipient, mail.Subject + "\n" + texts.Read(mail)));
    }
}
