using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Averting;
using UngPortal.Features.Averting.Keeping;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Mail;
using UngPortal.Testing;
using UngPortal.Tests.Architecture;

namespace UngPortal.Tests.Features.Averting;

/// <summary>From a question to a decision of two people, locked to those who take part.</summary>
public sealed class AvertingTests : IDisposable
{
    private const string New = "/admin/avverging/ny";
    private const string Asked = "KANARI-SPORSMAL noe farlig skal skje";

    private static readonly (string Name, string? Value)[] Assessment =
        [("Steg", "vurder"), ("Fakta", "KANARI-FAKTA"), ("Lov", "KANARI-LOV"), ("Alternativer", "KANARI-ALTERNATIV"), ("Vedtak", "Police")];

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Open_FromAQuestion_CopiesIt_AndTellsSafeguardingOfficersWithoutAWord()
    {
        var officer = await _app.HireAsync(roles: StaffRole.SafeguardingOfficer);
        var id = await _app.ExpertAsync();
        var question = await _app.ClaimedAsync(id, Asked);
        using var expert = await _app.SignInAsync(id);
        var link = (await expert.VisitAsync($"/admin/sporsmal/{question}")).Document.QuerySelector($"a[href='{New}?sporsmal={question}']");

        var answer = await expert.FillInAsync($"{New}?sporsmal={question}", New, ("Grunn", "KANARI-GRUNN"));

        Assert.Equal("_blank", link!.GetAttribute("target"));
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var page = await expert.VisitAsync(answer.Response.Headers.Location!.OriginalString);
        Assert.Contains(Asked, page.TextOf(".asked"), StringComparison.Ordinal);
        Assert.Contains("KANARI-GRUNN", page.Text, StringComparison.Ordinal);
        Assert.Contains("Foreldrene skal ikke informeres uten klarering", page.Text, StringComparison.Ordinal);
        var (to, mail) = Assert.Single(await MailsAsync());
        Assert.Equal((await _app.StaffAsync(officer)).Email, to);
        Assert.DoesNotContain("KANARI", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_WithoutAQuestionOrTwice_IsOneCase()
    {
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);
        var form = new Dictionary<string, string>((await sorter.VisitAsync(New)).Form(New)) { ["Grunn"] = "Noe jeg hørte." };

        var (first, again) = (await sorter.PostFormAsync(New, form), await sorter.PostFormAsync(New, form));

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (first.Status, again.Status));
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.AvertingCases.CountAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sorter.FillInAsync(New, null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sorter.VisitAsync($"{New}?sporsmal={Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Assess_AndConfirmByASecond_IsDecidedAndClosed_WithEveryStepWrittenDown()
    {
        var (expertId, officerId) = (await _app.ExpertAsync(), await _app.HireAsync(roles: StaffRole.SafeguardingOfficer));
        var id = await _app.AvertingAsync(expertId);
        var step = $"/admin/avverging/{id}/steg";
        using var expert = await _app.SignInAsync(expertId);
        using var officer = await _app.SignInAsync(officerId);

        await expert.FillInAsync(step, null, [.. Assessment, ("Klarert", "true")]);
        Assert.DoesNotContain((await expert.VisitAsync(step)).Document.QuerySelectorAll("button"), button => button.GetAttribute("value") == "bekreft");
        await officer.FillInAsync(step, null, ("Steg", "bekreft"));
        await officer.FillInAsync(step, null, ("Steg", "informert"));
        await officer.FillInAsync(step, null, ("Steg", "lukk"), ("Begrunnelse", "KANARI-GJORT vakthavende kl. 14"));

        var one = await _app.CaseAsync(id);
        Assert.Equal((CaseState.Closed, ParentsStatus.Informed), (one.State, one.Parents));
        var page = await officer.VisitAsync($"/admin/avverging/{id}");
        Assert.All(["KANARI-FAKTA", "KANARI-LOV", "KANARI-ALTERNATIV", "Varsle politiet", "Hva ble gjort, når, og hvem fikk beskjed?", "KANARI-GJORT"], word => Assert.Contains(word, page.Text, StringComparison.Ordinal));
        Assert.Equal(
            ["averting-opened", "averting-assessed Open → AwaitingSecond", "averting-confirmed AwaitingSecond → Decided", "averting-parents-informed Decided → Decided", "averting-closed Decided → Closed", "averting-read"],
            await _app.AuditOfAsync(one.Subject));
    }

    [Theory]
    [InlineData("vurder", "Fakta", null)]
    [InlineData("vurder", "Lov", null)]
    [InlineData("vurder", "Vedtak", null)]
    [InlineData("alene", "Vedtak", "None")]
    public async Task Assess_WhatIsNotWhole_IsRefused_AndKeepsWhatWasWritten(string step, string field, string? value)
    {
        var expertId = await _app.ExpertAsync();
        var path = $"/admin/avverging/{await _app.AvertingAsync(expertId)}/steg";
        using var expert = await _app.SignInAsync(expertId);

        var answer = await expert.FillInAsync(path, null, [.. Assessment.Where(one => one.Name is not "Steg" && one.Name != field), ("Steg", step), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.TextOf($"#{field}-feil"));
        Assert.Equal("KANARI-ALTERNATIV", answer.TextOf("#Alternativer"));
    }

    [Fact]
    public async Task Assess_WhatAColleagueAssessedMeanwhile_SaysSo_AndLosesNothing()
    {
        var (expertId, officerId) = (await _app.ExpertAsync(), await _app.HireAsync(roles: StaffRole.SafeguardingOfficer));
        var path = $"/admin/avverging/{await _app.AvertingAsync(expertId)}/steg";
        using var expert = await _app.SignInAsync(expertId);
        using var officer = await _app.SignInAsync(officerId);
        var fields = new Dictionary<string, string>((await officer.VisitAsync(path)).Form(path));
        await expert.FillInAsync(path, null, Assessment);
        Array.ForEach(Assessment, field => fields[field.Name] = field.Value!);

        var answer = await officer.PostFormAsync(path, fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("KANARI-FAKTA", answer.TextOf("#Fakta"));
        Assert.Contains("kollega", answer.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ActAlone_IsToldWhenTheSecondIsLate_OnceAnHour_AndMustBeDocumented()
    {
        var (expertId, officerId) = (await _app.ExpertAsync(), await _app.HireAsync(roles: StaffRole.SafeguardingOfficer));
        var id = await _app.AvertingAsync(expertId);
        var step = $"/admin/avverging/{id}/steg";
        using var expert = await _app.SignInAsync(expertId);
        await expert.FillInAsync(step, null, [.. Assessment.Where(one => one.Name is "Fakta" or "Vedtak"), ("Steg", "alene")]);
        var late = _app.Services.GetRequiredService<CaseAlerts>();
        Assert.Equal(0, await late.RunAsync(CancellationToken.None));
        _app.Clock.Advance(TimeSpan.FromHours(24));

        // The site's own worker heard the clock too; whoever is first tells, and nobody tells again.
        for (var tries = 0; tries < 50 && (await _app.CaseAsync(id)).ToldLateAt is null; tries++)
        {
            await late.RunAsync(CancellationToken.None);
        }

        await late.RunAsync(CancellationToken.None);
        Assert.Equal(2, (await MailsAsync()).Count(mail => mail.Text.Contains("Ingen har dokumentert i tide", StringComparison.Ordinal)));
        using var officer = await _app.SignInAsync(officerId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.FillInAsync(step, null, ("Steg", "bekreft"))).Status);
        await officer.FillInAsync(step, null, ("Steg", "bekreft"), ("Begrunnelse", "Riktig gjort."));

        Assert.Equal(CaseState.Decided, (await _app.CaseAsync(id)).State);
    }

    [Fact]
    public async Task V8_2_2_Case_OfOthers_IsNotThere_AndNeverAPlatformAdministrators()
    {
        var id = await _app.AvertingAsync(await _app.ExpertAsync());
        using var other = await _app.SignInAsync(await _app.HireAsync(roles: [StaffRole.Expert, StaffRole.SafeguardingOfficer, StaffRole.PlatformAdmin]));
        using var admin = await _app.SignInAsAsync(StaffRole.PlatformAdmin);

        foreach (var path in new[] { $"/admin/avverging/{id}", $"/admin/avverging/{id}/steg" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.VisitAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await admin.VisitAsync(path)).Status);
        }

        var posted = await other.PostFormAsync($"/admin/avverging/{id}/steg", new Dictionary<string, string> { ["Steg"] = "vurder", ["__RequestVerificationToken"] = await other.TokenAsync() });
        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
        Assert.DoesNotContain("Sak åpnet", (await other.VisitAsync("/admin/avverging")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_LiesSealed_AndOutlivesItsQuestion_ForFiveYearsAfterItIsClosed()
    {
        var (expertId, officerId) = (await _app.ExpertAsync(), await _app.HireAsync(roles: StaffRole.SafeguardingOfficer));
        using var expert = await _app.SignInAsync(expertId);
        var question = await _app.ClaimedAsync(expertId, Asked);
        var opened = await expert.FillInAsync($"{New}?sporsmal={question}", New, ("Grunn", "KANARI-GRUNN"));
        var id = Guid.Parse(opened.Response.Headers.Location!.OriginalString.Split('/')[^1]);
        var stored = await _app.CaseAsync(id);
        Assert.All([stored.SealedQuestion!, .. stored.Entries.Select(entry => entry.SealedWords)], bytes => Assert.DoesNotContain("KANARI", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));
        await expert.FillInAsync($"/admin/avverging/{id}/steg", null, Assessment);
        using (var officer = await _app.SignInAsync(officerId))
        {
            await officer.FillInAsync($"/admin/avverging/{id}/steg", null, ("Steg", "bekreft"));
            _app.Clock.Advance(TimeSpan.FromDays(40));
        }

        await _app.RunAsync<QuestionRetention>();
        await _app.RunAsync<CaseRetention>();
        Assert.Null((await _app.QuestionAsync(question)).SealedText);
        using (var officer = await _app.SignInAsync(officerId))
        {
            Assert.Contains(Asked, (await officer.VisitAsync($"/admin/avverging/{id}")).Text, StringComparison.Ordinal);
            await officer.FillInAsync($"/admin/avverging/{id}/steg", null, ("Steg", "lukk"), ("Begrunnelse", "KANARI-GJORT"));
        }

        _app.Clock.Advance(TimeSpan.FromDays(5 * 365));
        await _app.RunAsync<CaseRetention>();
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.AvertingCases.CountAsync()));
        _app.Clock.Advance(TimeSpan.FromDays(3));
        await _app.RunAsync<CaseRetention>();

        Assert.Equal((0, 0), await _app.InDatabaseAsync(async db => (await db.AvertingCases.CountAsync(), await db.Set<CaseEntry>().CountAsync())));
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Detail.Contains("KANARI"))));
    }

    public void Dispose() => _app.Dispose();

    private async Task<List<(string To, string Text)>> MailsAsync()
    {
        var texts = _app.Services.GetRequiredService<MailText>();
        var mails = await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().ToListAsync());
        return mails.ConvertAll(mail => (mail.Recipient, mail.Subject + "\n" + texts.Read(mail)));
    }
}
