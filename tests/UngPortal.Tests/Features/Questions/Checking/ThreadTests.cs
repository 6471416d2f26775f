using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Checking;

/// <summary>What the one with the code reads and may do, from asking to the last answer.</summary>
public sealed class ThreadTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly AnswerContent Whole = new()
    {
        Greeting = "Hei, og takk for at du spør.",
        Brief = "Ja, det er **helt** vanlig.",
        Explanation = "Kroppen <script>alert(1)</script> trenger tid.",
        DoNow = "- Drikk vann\n- Sov godt",
        Closing = "Lykke til!",
        Articles = ["eksamen-uten-panikk", "finnes-ikke"],
        Services = ["alarmtelefonen-for-barn-og-unge", "finnes-ikke"],
    };

    [Fact]
    public async Task Read_WhileItWaits_ShowsTheQuestionAndTheWayBack()
    {
        // A site of its own: where many have been answered, the page says how long that took.
        using var own = new PortalApp();
        var page = await own.ReadAsync(await own.AskAsync("Hvorfor er det slik?"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Vi jobber med svaret ditt", page.TextOf("h1"));
        Assert.Equal("Hvorfor er det slik?", page.TextOf(".asked .as-written"));
        Assert.Contains("Vi prøver å svare innen tre dager.", page.TextOf(".page-head"), StringComparison.Ordinal);
        Assert.Equal(["trekk", "avslutt"], Forms(page));
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        Assert.Equal("Sjekk svar", page.Document.Title!.Split(" – ")[0].Split(" | ")[0].Split(" - ")[0]);
    }

    [Fact]
    public async Task AddMore_WhenAskedFor_IsTakenOnceAndQueuedAgain()
    {
        var code = await app.AskAsync("Jeg har vondt, hva er det?");
        await app.InThreadAsync(code, work =>
        {
            work.Claim();
            work.Question.AskForMore(work.Texts.SealRequest(work.Question.Id, "Hvor har du vondt <i>da</i>?"), QuestionVisits.Expert, work.Now);
        });
        using var visitor = await app.OpenAsync(code);
        var asked = await visitor.VisitAsync(QuestionVisits.ThreadPath);

        var empty = await visitor.DoAsync("mer", ("Mer", " \r\n "));
        var tooLong = await visitor.DoAsync("mer", ("Mer", new string('ø', 501)));
        var endless = await visitor.DoAsync("mer", ("Mer", new string('ø', 20_001)));
        var form = asked.Form("/sjekk-svar/samtale/mer");
        form["Mer"] = "I magen";
        var sent = await visitor.PostFormAsync("/sjekk-svar/samtale/mer", form);
        var again = await visitor.PostFormAsync("/sjekk-svar/samtale/mer", form);
        var after = await visitor.VisitAsync(QuestionVisits.ThreadPath);

        Assert.Equal("Hvor har du vondt <i>da</i>?", asked.TextOf(".notice .as-written"));
        Assert.Equal(["mer", "trekk", "avslutt"], Forms(asked));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Skriv noe først."), (empty.Status, empty.TextOf(".error-summary li")));
        Assert.All([tooLong, endless], page => Assert.Equal((HttpStatusCode.UnprocessableEntity, "Teksten er for lang. Kort den ned litt. Ingenting er borte."), (page.Status, string.Join('|', page.TextsOf(".error-summary li")))));
        Assert.Equal(new string('ø', 20_001), endless.TextOf("#Mer"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("I magen", after.TextOf(".asked"), StringComparison.Ordinal);
        Assert.Equal(("Vi jobber med svaret ditt", QuestionState.Queued), (after.TextOf("h1"), await StateAsync(code)));
    }

    [Fact]
    public async Task Read_Answered_ShowsSectionsRoleServicesAndArticles()
    {
        var code = await app.AskAsync("Er det vanlig å være nervøs?");
        await app.AnswerAsync(code, Whole);

        var page = await app.ReadAsync(code);
        var nynorsk = await app.ReadAsync(code, "/nn");

        Assert.Equal("Du har fått svar", page.TextOf("h1"));
        Assert.Equal("Ja, det er helt vanlig.", page.TextOf(".answer__short"));
        Assert.NotNull(page.Document.QuerySelector(".answer__short strong"));
        Assert.Empty(page.Document.QuerySelectorAll(".answer script"));
        Assert.Equal(["Drikk vann", "Sov godt"], page.TextsOf(".answer .prose li"));
        Assert.Equal("Helsesykepleier", page.TextOf(".answer__who strong"));
        Assert.NotEmpty(page.TextOf(".answer__who details p"));
        Assert.Equal(["/artikler/eksamen-uten-panikk"], page.Document.QuerySelectorAll(".answer > ul:not([class]) a").Select(link => link.GetAttribute("href")));
        Assert.Single(page.Document.QuerySelectorAll(".answer .service"));
        Assert.Equal(["vurder", "folg", "avslutt"], Forms(page));
        Assert.Equal(HttpStatusCode.OK, nynorsk.Status);
    }

    [Fact]
    public async Task Read_WithAnUnknownRole_StillShowsTheAnswer()
    {
        var code = await app.AskAsync("Hvem er det som svarer?");
        await app.AnswerAsync(code, Whole, role: "finnes-ikke-lenger");

        Assert.Equal("Et menneske fra fagmiljøet", (await app.ReadAsync(code)).TextOf(".answer__who strong"));
    }

    [Fact]
    public async Task Read_CorrectedAndTakenDown_SaysSo()
    {
        var code = await app.AskAsync("Hvor mange timer søvn?");
        await app.AnswerAsync(code, Whole);
        await app.InThreadAsync(code, work =>
        {
            work.Question.OfferForPublishing();
            work.Question.Publish(4_711);
            work.Question.Correct(work.Texts.SealContent(work.Question.Id, Whole with { Brief = "Åtte timer." }), work.Texts.SealCorrection(work.Question.Id, "Tallet var feil."), work.Now);
        });
        var corrected = await app.ReadAsync(code);
        await app.InThreadAsync(code, work => work.Question.TakeDown());
        var takenDown = await app.ReadAsync(code);

        Assert.Equal(("Åtte timer.", "Tallet var feil."), (corrected.TextOf(".answer__short"), corrected.TextOf(".answer .notice .as-written")));
        Assert.Contains("Svaret står ikke lenger offentlig", takenDown.TextOf(".answer > p.notice"), StringComparison.Ordinal);
        Assert.Equal("Åtte timer.", takenDown.TextOf(".answer__short"));
    }

    [Theory]
    [InlineData(DeclineReason.AlreadyAnswered)]
    [InlineData(DeclineReason.NotAQuestion)]
    [InlineData(DeclineReason.OutsideTheService)]
    [InlineData(DeclineReason.NeedsSomebodyInPerson)]
    [InlineData(DeclineReason.Abusive)]
    public async Task Read_Declined_SaysWhyAndWhereElse(DeclineReason reason)
    {
        var code = await app.AskAsync($"Dette svarer dere ikke på {reason}");
        await app.InThreadAsync(code, work => work.Question.Decline(reason, work.Now));

        foreach (var language in new[] { "", "/nn", "/en" })
        {
            var page = await app.ReadAsync(code, language);
            Assert.InRange(page.TextOf(".notice p").Length, 40, 400);
            Assert.DoesNotContain("Decline_", page.Text, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector($".notice a[href='{language}/hjelp-na']"));
            Assert.Equal(["avslutt"], Forms(page));
        }
    }

    [Fact]
    public async Task FollowUp_ThreeTimes_IsTakenAndThenNoMore()
    {
        var code = await app.AskAsync("Det første spørsmålet mitt");
        await app.AnswerAsync(code, Whole);
        for (var number = 1; number <= 3; number++)
        {
            using var visitor = await app.OpenAsync(code);
            var before = await visitor.VisitAsync(QuestionVisits.ThreadPath);
            Assert.Contains($"Du kan spørre videre {4 - number} ganger til.", before.TextOf("#Oppfolging-hint"), StringComparison.Ordinal);
            var form = before.Form("/sjekk-svar/samtale/folg");
            form["Oppfolging"] = $"Oppfølging nummer {number}";
            var answers = await Task.WhenAll(visitor.PostFormAsync("/sjekk-svar/samtale/folg", form), visitor.PostFormAsync("/sjekk-svar/samtale/folg", form));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
            var waiting = await visitor.VisitAsync(QuestionVisits.ThreadPath);
            Assert.Equal(["trekk", "avslutt"], Forms(waiting).Where(handler => handler != "vurder"));
            Assert.Equal(QuestionState.Queued, await StateAsync(code));
            await app.InThreadAsync(code, work => Assert.Equal((number, "helsesykepleier"), (work.Question.Number, work.Question.Role)));
            await app.AnswerAsync(code, Whole with { Brief = $"Svar nummer {number}" });
        }

        using var last = await app.OpenAsync(code);
        var page = await last.VisitAsync(QuestionVisits.ThreadPath);
        Assert.DoesNotContain("folg", Forms(page));
        Assert.Equal(["Det første spørsmålet mitt", "Oppfølging nummer 1", "Oppfølging nummer 2", "Oppfølging nummer 3"], page.TextsOf(".asked .as-written"));
        var forced = await last.PostFormAsync("/sjekk-svar/samtale/folg", new Dictionary<string, string>(page.Form("/sjekk-svar/samtale/avslutt")) { ["Oppfolging"] = "En fjerde gang likevel", ["Nokkel"] = (await last.VisitAsync(QuestionVisits.AskPath)).Form(QuestionVisits.AskPath)["Nokkel"] });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.Status);
        await app.InThreadAsync(code, work => Assert.Equal(4, work.Thread.Questions.Count));
    }

    [Fact]
    public async Task FollowUp_HarderThanBefore_GoesToTriage()
    {
        var code = await app.AskAsync("Hva er en helsesykepleier?");
        await app.AnswerAsync(code, Whole);
        using var visitor = await app.OpenAsync(code);

        var sent = await visitor.DoAsync("folg", ("Oppfolging", "Jeg spør fordi jeg vil dø."));
        var page = await visitor.VisitAsync(QuestionVisits.ThreadPath);

        Assert.Equal((HttpStatusCode.Found, QuestionState.Received), (sent.Status, await StateAsync(code)));
        Assert.NotNull(page.Document.QuerySelector(".crisis"));
    }

    [Theory]
    [InlineData("Takk. Hva gjør jeg i morgen?")]
    [InlineData("Jeg spør fordi jeg vil dø.")]
    public async Task FollowUp_ByAChildInDanger_WaitsForASafeguardingOfficer_AsHardAsBefore(string text)
    {
        var code = await app.AskAsync("jeg vil dø, og jeg vet ikke hva jeg skal gjøre", "under");
        await app.InThreadAsync(code, work =>
        {
            work.Question.Triage(Severity.Red, [QuestionVisits.Topic], QuestionVisits.Expert, work.Now);
            work.Question.QueueFor("helsesykepleier");
        });
        await app.AnswerAsync(code, Whole);
        using var visitor = await app.OpenAsync(code);

        var sent = await visitor.DoAsync("folg", ("Oppfolging", text));

        Assert.Equal((HttpStatusCode.Found, QuestionState.SafeguardingHold), (sent.Status, await StateAsync(code)));
        await app.InThreadAsync(code, work => Assert.Equal((1, Severity.Red, null), (work.Question.Number, work.Question.Severity, work.Question.Role)));
    }

    [Fact]
    public async Task FollowUp_TakenBack_LeavesTheAnswerAndRoomForAnother()
    {
        var code = await app.AskAsync("Spørsmålet som ble besvart");
        await app.AnswerAsync(code, Whole);
        using var visitor = await app.OpenAsync(code);
        await visitor.DoAsync("folg", ("Oppfolging", "Dette angrer jeg på"));

        var withdrawn = await visitor.DoAsync("trekk");
        var page = await visitor.VisitAsync(QuestionVisits.ThreadPath);
        var again = await visitor.DoAsync("folg", ("Oppfolging", "Men dette lurer jeg på"));

        Assert.StartsWith(QuestionVisits.ThreadPath, withdrawn.Response.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal("Du har fått svar", page.TextOf("h1"));
        Assert.Contains("Du kan spørre videre 2 ganger til.", page.TextOf("#Oppfolging-hint"), StringComparison.Ordinal);
        Assert.DoesNotContain("Dette angrer jeg på", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, again.Status);
        await app.InThreadAsync(code, work => Assert.Equal((3, null), (work.Thread.Questions.Count, work.Thread.Questions.Single(question => question.Number == 1).SealedText)));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("kanskje", null)]
    public async Task Rate_AnAnswer_IsKeptOnce(string typed, bool? kept)
    {
        var code = await app.AskAsync("Hjalp svaret på det her?");
        await app.AnswerAsync(code, Whole);
        using var visitor = await app.OpenAsync(code);

        var sent = await visitor.DoAsync("vurder", ("hjalp", typed));
        var page = await visitor.VisitAsync(QuestionVisits.ThreadPath);

        Assert.Equal(kept is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Found, sent.Status);
        Assert.Equal(kept is null, Forms(page).Contains("vurder"));
        await app.InThreadAsync(code, work => Assert.Equal(kept, work.Question.Helped));
    }

    [Fact]
    public async Task V8_2_2_Rate_SomebodyElsesAnswer_IsRefused()
    {
        var (own, other) = (await app.AskAsync("Mitt eget spørsmål her"), await app.AskAsync("En annens spørsmål her"));
        await app.AnswerAsync(own, Whole);
        await app.AnswerAsync(other, Whole);
        var foreign = "";
        await app.InThreadAsync(other, work => foreign = work.Question.Id.ToString());
        using var visitor = await app.OpenAsync(own);

        var refused = await visitor.DoAsync("vurder", ("sporsmal", foreign), ("hjalp", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await app.InThreadAsync(other, work => Assert.Null(work.Question.Helped));
    }

    [Theory]
    [InlineData("trekk", "Her er noe mer")]
    [InlineData("vurder", "Her er noe mer")]
    [InlineData("mer", " ")]
    [InlineData("folg", " ")]
    public async Task V2_3_1_Post_WithoutAnOpenThreadOrATextForIt_LeadsToTheCode(string handler, string text)
    {
        using var visitor = app.CreateVisitor();
        var token = (await visitor.VisitAsync(QuestionVisits.CheckPath)).Form(QuestionVisits.CheckPath);

        var sent = await visitor.PostFormAsync($"{QuestionVisits.ThreadPath}/{handler}", new Dictionary<string, string>(token) { ["Mer"] = text, ["Oppfolging"] = text, ["hjalp"] = "true" });

        Assert.Equal((HttpStatusCode.Found, "/sjekk-svar?gjort=utlopt"), (sent.Status, sent.Response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task V7_4_1_Done_EndsTheVisit()
    {
        using var visitor = await app.OpenAsync(await app.AskAsync("Skjul dette etterpå"));

        await visitor.DoAsync("avslutt");

        Assert.Equal("/sjekk-svar?gjort=utlopt", (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task FollowUp_ThirtyDaysAfterTheLastAnswer_IsOver()
    {
        using var own = new PortalApp();
        var code = await own.AskAsync("Får jeg spørre igjen siden?");
        await own.AnswerAsync(code, Whole);
        own.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        var inTime = await own.ReadAsync(code);
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await own.ReadAsync(code);

        Assert.Contains("folg", Forms(inTime));
        Assert.DoesNotContain("folg", Forms(late));
        Assert.Equal("Du har fått svar", late.TextOf("h1"));
    }

    private static IReadOnlyList<string> Forms(HtmlPage page) =>
        [.. page.Document.QuerySelectorAll("main form").Select(form => form.GetAttribute("action")!).Where(action => action.Contains("/samtale/", StringComparison.Ordinal)).Select(action => action[(action.LastIndexOf('/') + 1)..])];

    private async Task<QuestionState> StateAsync(string code)
    {
        var id = await app.ThreadOfAsync(code);
        return await app.InDatabaseAsync(db => db.Questions.Where(question => question.ThreadId == id).OrderByDescending(question => question.Number).Select(question => question.State).FirstAsync());
    }
}
