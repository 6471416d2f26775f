using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>From the pile to an answer that the asker can read, as staff do it on the pages.</summary>
public sealed class DeskJourneyTests : IDisposable
{
    private static readonly (string Name, string? Value)[] Good =
    [
        ("Hilsen", "Hei! Så bra at du spør om dette."), ("Kort", "De fleste på din alder trenger åtte til ti timer."),
        ("Forklaring", string.Concat(Enumerable.Repeat("Kroppen vokser mens du sover, og hodet rydder i dagen. ", 12))),
        ("Gjor", "- Legg bort mobilen en time før du skal sove."), ("Avslutning", "Sov godt!"),
        ("SvarerPa", "true"), ("IkkeDiagnose", "true"), ("IkkeMetode", "true"),
    ];

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Sort_WithOnePress_PutsTheQuestionInTheSuggestedRolesQueue()
    {
        var id = await _app.AskedAsync(topic: "mensen");
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);
        var page = await sorter.PageAsync("/admin/sporsmal/sortering");

        var answer = await sorter.FillInAsync("/admin/sporsmal/sortering", Path(page), ("Steg", "bekreft"));

        Assert.Contains(DeskRows.Harmless, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var question = await _app.QuestionAsync(id);
        Assert.Equal((QuestionState.Queued, "helsesykepleier"), (question.State, question.Role));
        Assert.Equal(["mensen"], question.Topics.Select(link => link.Topic));
        Assert.Contains("question-triaged Received → Queued: Green helsesykepleier", await _app.AuditOfAsync(Question.SubjectOf(id)));
    }

    [Theory]
    [InlineData("Alvor", "9", "Alvor")]
    [InlineData("Rolle", "konge", "Rolle")]
    [InlineData("Tema", "finnes-ikke", "Tilfoy")]
    public async Task Sort_WithWhatIsNotThere_IsRefusedInPlace(string field, string value, string told)
    {
        await _app.AskedAsync();
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);
        var page = await sorter.PageAsync("/admin/sporsmal/sortering");

        var answer = await sorter.FillInAsync("/admin/sporsmal/sortering", Path(page), ("Steg", "bekreft"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.TextOf($"#{told}-feil"));
    }

    [Fact]
    public async Task Answer_OfAnExperiencedExpert_GoesStraightToTheAsker()
    {
        var id = await _app.QueuedAsync();
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);

        var answer = await SendAsync(expert, id, "send", Good);

        var question = await _app.QuestionAsync(id);
        Assert.True(question.State == QuestionState.PublishReview || question.NeedsReviewFor == ReviewReason.Sample, answer.TextOf(".error-summary"));
        Assert.NotNull(question.Answer!.SealedContent);
    }

    [Theory]
    [InlineData(Severity.Red, "sovn", false, ReviewReason.Red)]
    [InlineData(Severity.Yellow, "selvskading", false, ReviewReason.SensitiveTopic)]
    [InlineData(Severity.Green, "sovn", true, ReviewReason.NewExpert)]
    public async Task Answer_ThatNeedsASecondReader_WaitsForOne_AndTheirWordIsTheLast(Severity severity, string topic, bool isNew, ReviewReason reason)
    {
        var id = await _app.QueuedAsync(severity, topic: topic);
        using var expert = await _app.SignInAsync(await _app.ExpertAsync(isNew: isNew));
        await expert.FillInAsync("/admin/sporsmal", null);
        await SendAsync(expert, id, "send", [.. Good, ("Tjeneste", "sex-og-samfunn")]);
        Assert.Equal((QuestionState.InReview, reason), ((await _app.QuestionAsync(id)).State, (await _app.QuestionAsync(id)).NeedsReviewFor));
        using var reader = await _app.SignInAsAsync(StaffRole.ExpertReviewer);

        await reader.FillInAsync($"/admin/sporsmal/{id}/les", null, ("Steg", "tilbake"), ("Merknad", "Kan du si mer om mobilen?"));
        var back = await expert.PageAsync($"/admin/sporsmal/{id}");
        await SendAsync(expert, id, "send", [.. Good, ("Tjeneste", "sex-og-samfunn")]);
        await reader.FillInAsync($"/admin/sporsmal/{id}/les", null, ("Steg", "godkjenn"));

        Assert.Contains("Kan du si mer om mobilen?", back.Text, StringComparison.Ordinal);
        Assert.Equal(severity == Severity.Red ? QuestionState.AnsweredPrivately : QuestionState.PublishReview, (await _app.QuestionAsync(id)).State);
        Assert.NotNull((await _app.QuestionAsync(id)).AnsweredAt);
    }

    [Fact]
    public async Task Review_SaysWhoHasIt_InTheListAndOnThePage()
    {
        var author = await _app.ExpertAsync();
        var id = await _app.InReviewAsync(author);
        var name = (await _app.StaffAsync(author)).DisplayName;
        using var reader = await _app.SignInAsAsync(StaffRole.ExpertReviewer);

        Assert.Contains($"skrevet av {name}", (await reader.PageAsync("/admin/sporsmal")).TextOf("#a-lese"), StringComparison.Ordinal);
        Assert.Contains($"skrevet av {name}", (await reader.PageAsync($"/admin/sporsmal/{id}/les")).TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OfAYouthAnswerer_IsAlwaysReadByASecondPerson()
    {
        var topics = await _app.InDatabaseAsync(db => db.AnsweringRoles.Where(role => role.Key == AnsweringRole.YouthKey).Select(role => role.Topics).SingleAsync());
        var id = await _app.QueuedAsync(role: AnsweringRole.YouthKey, topic: topics[0]);
        using var youth = await _app.SignInAsync(await _app.ExpertAsync(StaffRole.YouthAnswerer, roles: AnsweringRole.YouthKey));
        await youth.FillInAsync("/admin/sporsmal", null);

        await SendAsync(youth, id, "send", Good);

        Assert.Equal((QuestionState.InReview, ReviewReason.YouthAnswerer), ((await _app.QuestionAsync(id)).State, (await _app.QuestionAsync(id)).NeedsReviewFor));
    }

    [Fact]
    public async Task Answer_WithADose_WaitsForASecondReader_WhoIsToldWhy()
    {
        var id = await _app.QueuedAsync(topic: "sykdom");
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);

        await SendAsync(expert, id, "send", [.. Good.Where(one => one.Name != "Gjor"), ("Gjor", "- Ta 500 mg paracetamol.")]);

        Assert.Equal((QuestionState.InReview, ReviewReason.Dose), ((await _app.QuestionAsync(id)).State, (await _app.QuestionAsync(id)).NeedsReviewFor));
        using var reader = await _app.SignInAsAsync(StaffRole.ExpertReviewer);
        Assert.Contains("mengder av medisin", (await reader.PageAsync($"/admin/sporsmal/{id}/les")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_OfTheOwnAnswer_IsNotThere()
    {
        var id = await _app.QueuedAsync(Severity.Red);
        using var reader = await _app.SignInAsync(await _app.ExpertAsync(StaffRole.ExpertReviewer));
        await reader.FillInAsync("/admin/sporsmal", null);
        await SendAsync(reader, id, "send", [.. Good, ("Tjeneste", "sex-og-samfunn")]);

        Assert.Equal(HttpStatusCode.NotFound, (await reader.PageAsync($"/admin/sporsmal/{id}/les")).Status);
    }

    [Theory]
    [InlineData("Forklaring", "Kort.", "for kort")]
    [InlineData("Hilsen", "", "må fylles ut")]
    [InlineData("Avslutning", "Ring 22 22 22 22 nå.", "telefonnummer")]
    [InlineData("Avslutning", "Nummeret er 01810750045.", "fødselsnummer")]
    [InlineData("SvarerPa", null, "Kryss av")]
    public async Task Answer_ThatIsNotReady_IsRefused_AndNothingIsLost(string field, string? value, string told)
    {
        var id = await _app.QueuedAsync();
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);

        var answer = await SendAsync(expert, id, "send", [.. Good.Where(one => one.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("åtte til ti timer", answer.TextOf("#Kort"), StringComparison.Ordinal);
        Assert.Equal(QuestionState.Claimed, (await _app.QuestionAsync(id)).State);
    }

    [Theory]
    [InlineData("Hilsen Kari Nordmann", "Kari Nordmann")]
    [InlineData("Skriv til meg på kari.prove@epost.invalid, så ses vi.", "kari.prove@epost.invalid")]
    [InlineData("Kom innom Storgata 12 når du vil.", "Storgata 12")]
    public async Task Answer_WithWhatMayTellWhoSomebodyIs_IsMarked_AndGoesWhenItWasLookedAt(string closing, string marked)
    {
        var id = await _app.QueuedAsync();
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);
        (string, string?)[] fields = [.. Good.Where(one => one.Name != "Avslutning"), ("Avslutning", closing)];

        var refused = await SendAsync(expert, id, "send", fields);
        var sent = await SendAsync(expert, id, "send", [.. fields, ("Sett", "true")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(marked, refused.TextsOf("mark"));
        Assert.Contains("merket", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, sent.Status);
    }

    [Fact]
    public async Task Answer_WithAServicesWebAddress_IsNotMarked()
    {
        var id = await _app.QueuedAsync();
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);

        var sent = await SendAsync(expert, id, "send", [.. Good.Where(one => one.Name != "Avslutning"), ("Avslutning", "Les mer på helsenorge.no, eller snakk med helsesykepleieren på Fjellheim skole.")]);

        Assert.True(sent.Status == HttpStatusCode.Found, sent.TextOf(".error-summary"));
    }

    [Theory]
    [InlineData("slipp", QuestionState.Queued, "question-let-go")]
    [InlineData("annen", QuestionState.Rerouted, "question-rerouted")]
    [InlineData("vern", QuestionState.SafeguardingHold, "question-held")]
    [InlineData("mer", QuestionState.NeedsMore, "question-more-asked")]
    [InlineData("avvis", QuestionState.Declined, "question-declined")]
    public async Task Answer_GivenUpInAnyWay_EndsTheClaim_AndIsWrittenDown(string step, QuestionState expected, string action)
    {
        var id = await _app.QueuedAsync();
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);

        var answer = await SendAsync(expert, id, step, [("Mer", "Hvor lenge har det vært slik?"), ("Grunn", "OutsideTheService")]);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var question = await _app.QuestionAsync(id);
        Assert.Equal((expected, null), (question.State, question.ClaimedById));
        Assert.Contains(await _app.AuditOfAsync(Question.SubjectOf(id)), line => line.StartsWith(action, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await expert.PageAsync($"/admin/sporsmal/{id}")).Status);
    }

    [Fact]
    public async Task V8_2_2_Question_OfSomebodyElse_IsNotThere()
    {
        var id = await _app.QueuedAsync();
        var owner = await _app.ExpertAsync();
        await _app.TakeNextAsync(owner);
        using var other = await _app.SignInAsync(await _app.ExpertAsync());
        using var admin = await _app.SignInAsAsync(StaffRole.PlatformAdmin);

        Assert.Equal(HttpStatusCode.NotFound, (await other.PageAsync($"/admin/sporsmal/{id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PageAsync($"/admin/sporsmal/{id}")).Status);
    }

    [Fact]
    public async Task Answer_AfterTheAskerWithdrew_IsGone_AndSaysSo()
    {
        var id = await _app.QueuedAsync();
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);
        await _app.InDatabaseAsync(async db =>
        {
            var thread = await db.QuestionThreads.Include(one => one.Questions).ThenInclude(question => question.Answer).SingleAsync(one => one.Questions.Any(question => question.Id == id));
            thread.Questions[0].Withdraw(db.Time.GetUtcNow().UtcDateTime);
            thread.LetGo();
            db.Remove(thread);
            return await db.SaveChangesAsync();
        });

        var page = await expert.PageAsync($"/admin/sporsmal/{id}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Null((await _app.QuestionAsync(id)).SealedText);
    }

    [Fact]
    public async Task Profile_OfAnExpert_IsKeptByTheCoordinator_OfTheOwnHouseOnly()
    {
        var own = await _app.HireAsync(StaffVisits.OwnHouse, StaffRole.Expert);
        var foreign = await _app.HireAsync(StaffVisits.OtherHouse, StaffRole.Expert);
        using var coordinator = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);

        var kept = await coordinator.FillInAsync($"/admin/svarere/{own}", null, ("Rolle", "lege"), ("Kapasitet", "12"), ("BorteFra", "2026-12-24"), ("BorteTil", "2026-12-27"));
        var wrong = await coordinator.FillInAsync($"/admin/svarere/{own}", null, ("Rolle", "lege"), ("Kapasitet", "mange"), ("BorteFra", "2026-12-24"), ("BorteTil", "2026-12-01"));

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity), (kept.Status, wrong.Status));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.PageAsync($"/admin/svarere/{foreign}")).Status);
        var profile = await _app.InDatabaseAsync(db => db.Experts.Include(expert => expert.Absences).SingleAsync(expert => expert.StaffId == own));
        Assert.Equal((12, "lege", 1), (profile.WeeklyCapacity, profile.Roles[0], profile.Absences.Count));
    }

    public void Dispose() => _app.Dispose();

    private static string Path(HtmlPage page) => page.Document.QuerySelector("main form")!.GetAttribute("action")!;

    private static Task<HtmlPage> SendAsync(HttpClient client, Guid id, string step, IEnumerable<(string Name, string? Value)> fields) =>
        client.FillInAsync($"/admin/sporsmal/{id}", null, [.. fields, ("Steg", step)]);
}
