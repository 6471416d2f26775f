using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>Certification at the desk, over HTTP: who may do what, in which order, and that nothing typed is lost.</summary>
public sealed class CertifyingTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Propose_ATool_IsShownAsNotAssessed_AndWrittenDown()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var sent = await ProposeAsync(editor, "Ny prøve");
        await app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal("Ikke vurdert av oss ennå", (await app.GetPageAsync("/verktoy/ny-prove")).TextOf(".standing"));
        Assert.Equal(["tool-propose Ny prøve"], await app.AuditOfAsync("tool:ny-prove"));
        Assert.Equal("Det er allerede et verktøy med det navnet, eller navnet kan ikke bli en adresse.", (await ProposeAsync(editor, "Ny prøve")).TextOf("#Navn-feil"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ProposeAsync(editor, "Sammenlign")).Status);
    }

    [Theory]
    [InlineData("Navn", "", "Skriv navnet.")]
    [InlineData("Kort.Nb", "", "Skriv teksten på bokmål.")]
    [InlineData("Lang.Nb", "Ring 22 33 44 55.", "Skriv ikke telefonnumre her. Velg tjenesten nedenfor i stedet.")]
    [InlineData("Nettside", "http://prove.example.no", "Skriv en hel adresse som begynner med https://.")]
    [InlineData("Nettside", "", "Skriv en nettside eller en lenke til en appbutikk.")]
    [InlineData("Alder", "tolv", "Skriv alderen som et tall, eller la feltet stå tomt.")]
    public async Task Propose_BadFacts_AreRefused_WithEverythingInPlace(string field, string value, string message)
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var page = await ProposeAsync(editor, "Feil fakta", (field, value), ("MerHjelp.Nb", "Behold meg"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (page.Status, page.Document.GetElementById($"{field}-feil")!.TextContent.Trim()));
        Assert.Equal("Behold meg", page.Document.GetElementById("MerHjelp.Nb")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector($".error-summary a[href='#{field}']"));
        Assert.False(await app.InDatabaseAsync(db => db.Tools.AnyAsync(tool => tool.Slug == "feil-fakta")));
    }

    [Fact]
    public async Task Certify_FromProposalToBadge_TakesThreePeople()
    {
        var id = await app.ToolAsync("Hele veien", "hele-veien");
        var (professional, security, chief) = (await app.HireAsync(roles: StaffRole.ToolAssessor), await app.HireAsync(roles: StaffRole.ToolAssessor), await app.HireAsync(roles: StaffRole.ChiefEditor));
        using var first = await app.SignInAsync(professional);
        using var second = await app.SignInAsync(security);
        using var third = await app.SignInAsync(chief);
        var path = $"/admin/verktoy/{id}";

        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(third, id, ToolStep.Screen)).Status);
        await StepAsync(third, id, ToolStep.BeginAssessment);
        Assert.Equal(HttpStatusCode.Redirect, (await first.FillInAsync($"{path}/vurdering/fag", $"{path}/vurdering/fag?handler=Take")).Status);
        var both = await first.GetStringAsync(new Uri($"{path}/vurdering/sikkerhet", UriKind.Relative));
        Assert.DoesNotContain("handler=Take", both, StringComparison.Ordinal);
        await second.FillInAsync($"{path}/vurdering/sikkerhet", $"{path}/vurdering/sikkerhet?handler=Take");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(third, id, ToolStep.SendToPanel)).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(first, id, "fag", AssessmentPart.Professional)).Status);
        await AnswerAsync(second, id, "sikkerhet", AssessmentPart.Security);
        Assert.Equal(HttpStatusCode.Redirect, (await ReadAsync(second, id, "fag", AssessmentPart.Professional)).Status);
        await ReadAsync(first, id, "sikkerhet", AssessmentPart.Security);
        Assert.Equal(HttpStatusCode.Redirect, (await third.FillInAsync($"{path}/ungdomspanel", null, ("Antall", "5"), ("Dag", "2026-11-20"), ("Sagt", "De likte den."))).Status);
        await StepAsync(third, id, ToolStep.SendToPanel);
        Assert.Equal(HttpStatusCode.Redirect, (await third.FillInAsync($"{path}/avgjorelse", null, ("Vedtak", "ja"), ("Konklusjon.Nb", "Den er prøvd."))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(third, id, ToolStep.Publish)).Status);
        await app.DeliverOutboxAsync();

        Assert.Equal("Kvalitetssikret – ikke en erstatning for helsehjelp", (await app.GetPageAsync("/verktoy/hele-veien")).TextOf(".standing--assured"));
        Assert.Equal(
            [
                "tool-screen Proposed → Screening", "tool-beginassessment Screening → Assessment", "tool-assessment-taken Professional", "tool-assessment-taken Security", "tool-assessment-done Professional",
                "tool-assessment-done Security", "tool-assessment-reviewed Professional", "tool-assessment-reviewed Security", "tool-panel-test 5 testers, 2026-11-20", "tool-sendtopanel Assessment → PanelDecision",
                "tool-approve criteria 1;", "tool-publish Approved → Published",
            ],
            await app.AuditOfAsync("tool:hele-veien"));
    }

    [Fact]
    public async Task Assess_WithGaps_IsSavedOnTheWay_ButNotFinished_AndNothingIsLost()
    {
        var person = await app.HireAsync(roles: StaffRole.ToolAssessor);
        var id = await app.ToolInAssessmentAsync(person);
        using var assessor = await app.SignInAsync(person);
        var path = $"/admin/verktoy/{id}/vurdering/fag";

        var refused = await assessor.FillInAsync(path, null, ("Svar[0].Belegg", "Skrevet her"), ("ferdig", "true"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Gi poeng.", "Skrevet her"), (refused.Status, refused.Document.GetElementById("Svar[0].Poeng-feil")!.TextContent.Trim(), refused.Document.GetElementById("Svar[0].Belegg")!.TextContent));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await assessor.FillInAsync(path, null, ("Svar[0].Poeng", "5"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await assessor.FillInAsync(path, null, ("Svar[0].Belegg", new string('x', CriterionScore.TextMaxLength + 1)))).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await assessor.FillInAsync(path, null, ("Svar[0].Belegg", "Skrevet her"))).Status);

        Assert.Equal("Skrevet her", (await HtmlPage.ReadAsync(await assessor.GetAsync(new Uri(path, UriKind.Relative)))).Document.GetElementById("Svar[0].Belegg")!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, (await assessor.FillInAsync(path, null, ("Svar[0].Belegg", "Fra en gammel side"), ("Versjon", "0"))).Status);
    }

    [Fact]
    public async Task Assess_SomebodyElsesHalf_OrReviewOnesOwn_IsRefused()
    {
        var person = await app.HireAsync(roles: StaffRole.ToolAssessor);
        var id = await app.ToolInAssessmentAsync(person);
        using var stranger = await app.SignInAsAsync(StaffRole.ToolAssessor);
        var token = (await HtmlPage.ReadAsync(await stranger.GetAsync(new Uri($"/admin/verktoy/{id}/vurdering/sikkerhet/les", UriKind.Relative)))).Form($"/admin/verktoy/{id}/vurdering/sikkerhet/les");
        using var content = new FormUrlEncodedContent(token);

        var answer = await HtmlPage.ReadAsync(await stranger.PostAsync(new Uri($"/admin/verktoy/{id}/vurdering/fag", UriKind.Relative), content));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.FillInAsync($"/admin/verktoy/{id}/vurdering/sikkerhet/les", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await HtmlPage.ReadAsync(await stranger.GetAsync(new Uri($"/admin/verktoy/{id}/vurdering/fag/les", UriKind.Relative)))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await HtmlPage.ReadAsync(await stranger.GetAsync(new Uri($"/admin/verktoy/{id}/vurdering/annet", UriKind.Relative)))).Status);
    }

    [Theory]
    [InlineData("4", "2026-11-20", "Grei", "Antall")]
    [InlineData("fem", "2026-11-20", "Grei", "Antall")]
    [InlineData("5", "2030-01-01", "Grei", "Dag")]
    [InlineData("5", "i fjor", "Grei", "Dag")]
    [InlineData("5", "2026-11-20", " ", "Sagt")]
    public async Task PanelTest_ThatIsNone_IsRefused_WithTheWordsInPlace(string number, string day, string said, string field)
    {
        var id = await app.ToolAtPanelAsync();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var page = await editor.FillInAsync($"/admin/verktoy/{id}/ungdomspanel", null, ("Antall", number), ("Dag", day), ("Sagt", said));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.TextOf($"#{field}-feil"));
        Assert.Equal((number, said.Trim()), (page.Document.GetElementById("Antall")!.GetAttribute("value"), page.Document.GetElementById("Sagt")!.TextContent));
    }

    [Fact]
    public async Task Decide_WithoutWhatItTakes_IsRefused_AndARejectionHidesTheTool()
    {
        var id = await app.ToolAtPanelAsync("Avvist app", "avvist-app");
        using var chief = await app.SignInAsAsync(StaffRole.ChiefEditor);
        var path = $"/admin/verktoy/{id}/avgjorelse";

        Assert.Equal("Velg godkjenn eller avvis.", (await chief.FillInAsync(path, null)).TextOf("#Vedtak-feil"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await chief.FillInAsync(path, null, ("Vedtak", "ja"))).Status);
        Assert.Equal("Skriv hvorfor.", (await chief.FillInAsync(path, null, ("Vedtak", "nei"))).TextOf("#Grunn-feil"));
        Assert.Equal(HttpStatusCode.Redirect, (await chief.FillInAsync(path, null, ("Vedtak", "nei"), ("Grunn", "For mye reklame."))).Status);
        await app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.GetPageAsync("/verktoy/avvist-app")).Status);
        Assert.Equal(["tool-reject For mye reklame."], await app.AuditOfAsync("tool:avvist-app"));
    }

    [Fact]
    public async Task Decide_ByOneWhoScored_IsRefused()
    {
        var id = await app.ToolAtPanelAsync();
        var chief = await app.HireAsync(roles: StaffRole.ChiefEditor);
        await app.InDatabaseAsync(db => db.Set<Assessment>().Where(half => half.Part == AssessmentPart.Security && db.Set<Certification>().Any(one => one.Id == half.CertificationId && one.ToolId == id)).ExecuteUpdateAsync(half => half.SetProperty(one => one.ReviewerId, chief)));
        using var client = await app.SignInAsync(chief);

        foreach (var answer in new[] { "ja", "nei" })
        {
            var page = await client.FillInAsync($"/admin/verktoy/{id}/avgjorelse", null, ("Vedtak", answer), ("Konklusjon.Nb", "x"), ("Grunn", "x"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains("Du har selv vurdert eller lest. En annen må avgjøre.", page.TextOf(".error-summary"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Step_ThatIsNotTheirs_OrNotNow_OrWithoutAReason_IsRefused_WithTheTextInPlace()
    {
        var id = await app.ToolAsync();
        using var assessor = await app.SignInAsAsync(StaffRole.ToolAssessor);

        var notTheirs = await StepAsync(assessor, id, ToolStep.Withdraw, "Eieren ba om det.");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Det steget kan du ikke ta nå.", "Eieren ba om det."), (notTheirs.Status, notTheirs.TextOf("#Steg-feil"), notTheirs.TextOf("#Grunn")));
        Assert.Equal("Skriv hvorfor.", (await StepAsync(assessor, id, ToolStep.Suspend)).TextOf("#Grunn-feil"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(assessor, id, ToolStep.Suspend, new string('x', Tool.ReasonMaxLength + 1))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(assessor, id, ToolStep.Suspend, "Farlig.")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await assessor.FillInAsync($"/admin/verktoy/{await app.ToolAsync()}", null, ("Steg", "Suspend"), ("Grunn", "x"), ("Versjon", "7"))).Status);
    }

    [Fact]
    public async Task FallDue_WithoutACause_IsRefused_AndEditedFactsDoTheSameByThemselves()
    {
        var id = await app.AssuredToolAsync("endret-eier");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(editor, id, ToolStep.FallDue, "Klage.")).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await editor.FillInAsync($"/admin/verktoy/{id}/fakta", null, ("Leverandor", "Ny eier AS"))).Status);
        await app.DeliverOutboxAsync();

        Assert.Equal(["tool-revise NewOwner"], await app.AuditOfAsync("tool:endret-eier"));
        Assert.Equal("Må vurderes på nytt", (await app.GetPageAsync("/verktoy/endret-eier")).TextOf(".standing"));
        Assert.Equal(HttpStatusCode.Conflict, (await editor.FillInAsync($"/admin/verktoy/{id}/fakta", null, ("Leverandor", "En tredje"), ("Versjon", "0"))).Status);
    }

    [Fact]
    public async Task Report_IsATaskForEditors_UntilItIsHandled()
    {
        var id = await app.ToolAsync("Meldt app");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        Assert.Contains("Melding om verktøyet: Meldt app", await editor.GetStringAsync(new Uri("/admin", UriKind.Relative)), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await editor.FillInAsync($"/admin/verktoy/{id}/meldinger", null)).Status);

        Assert.DoesNotContain("Melding om verktøyet: Meldt app", await editor.GetStringAsync(new Uri("/admin", UriKind.Relative)), StringComparison.Ordinal);
        using var other = await app.SignInAsAsync(StaffRole.Expert);
        Assert.Equal(HttpStatusCode.Forbidden, (await HtmlPage.ReadAsync(await other.GetAsync(new Uri($"/admin/verktoy/{id}/meldinger", UriKind.Relative)))).Status);
    }

    private static Task<HtmlPage> ProposeAsync(HttpClient editor, string name, params (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] fields = [("Navn", name), ("Kort.Nb", "Kort."), ("Lang.Nb", "Lenger."), ("Plattformer", "Web"), ("Nettside", "https://prove.example.no")];
        return editor.FillInAsync("/admin/verktoy/ny", null, [.. fields.Where(field => more.All(other => other.Name != field.Name)), .. more]);
    }

    private static Task<HtmlPage> StepAsync(HttpClient client, int id, ToolStep step, string reason = "") => client.FillInAsync($"/admin/verktoy/{id}", null, ("Steg", step.ToString()), ("Grunn", reason));

    private async Task<HtmlPage> AnswerAsync(HttpClient client, int id, string word, AssessmentPart part)
    {
        var answers = (await CriteriaAsync(part)).SelectMany((_, at) => new (string, string?)[] { ($"Svar[{at}].Poeng", "4"), ($"Svar[{at}].Belegg", "Sett.") });
        return await client.FillInAsync($"/admin/verktoy/{id}/vurdering/{word}", null, [.. answers, ("ferdig", "true")]);
    }

    private async Task<HtmlPage> ReadAsync(HttpClient client, int id, string word, AssessmentPart part) =>
        await client.FillInAsync($"/admin/verktoy/{id}/vurdering/{word}/les", null, [.. (await CriteriaAsync(part)).Select((_, at) => ($"Poeng[{at}]", (string?)"4"))]);

    private Task<List<Criterion>> CriteriaAsync(AssessmentPart part) => app.InDatabaseAsync(async db => (await db.CriteriaVersions.SingleAsync(version => version.Number == 1)).Of(part).ToList());
}
