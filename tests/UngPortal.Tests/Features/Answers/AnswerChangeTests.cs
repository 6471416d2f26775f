using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers;
using UngPortal.Features.Answers.Collapsing;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Answers;

/// <summary>What happens to an answer reaches every place that shows it.</summary>
public sealed class AnswerChangeTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Publish_ShowsEverywhere_AndIsWrittenDown()
    {
        await app.GetPageAsync("/sporsmal");
        await app.GetPageAsync("/tema/sovn");
        var answer = await app.PublishAsync(AnswerRows.Draft());

        var page = await app.GetPageAsync(answer.Path);

        Assert.Equal("Jente, 14", page.TextOf("#spurt"));
        Assert.Equal("Svar fra: Helsesykepleier", page.TextOf("#svart"));
        Assert.DoesNotContain("laget selv", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(answer.Path, FirstOn(await app.GetPageAsync("/sporsmal")));
        Assert.Equal(answer.Path, FirstOn(await app.GetPageAsync("/tema/sovn")));
        Assert.Contains(answer.Path, (await app.GetPageAsync("/sok?q=kvitrevinger")).Links);
        Assert.Contains($"https://localhost{answer.Path}</id>", (await app.GetPageAsync("/feed.atom")).Text, StringComparison.Ordinal);
        Assert.Equal(["answer-published"], await app.AuditOfAsync(answer.Key));
    }

    [Fact]
    public async Task Correct_SaysWhatAndWhen()
    {
        var answer = await app.PublishAsync(AnswerRows.Draft("Hvor lenge lever en vannloppe?", "Jeg har vannlopper i akvariet og lurer på levetida."));
        await app.GetPageAsync(answer.Path);
        var better = AnswerRows.Draft("Hvor lenge lever vannlopper?", answer.Question);

        await app.WithPublishingAsync((publishing, by) => publishing.CorrectAsync(answer.PublicId, better, "Levetida var feil.", by, CancellationToken.None));
        var old = await app.GetPageAsync(answer.Path);
        var page = await app.GetPageAsync(old.Response.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.MovedPermanently, $"/sporsmal/{answer.PublicId}/hvor-lenge-lever-vannlopper"), (old.Status, old.Response.Headers.Location.ToString()));
        Assert.Contains("Levetida var feil.", page.TextsOf(".notice .as-written"));
        Assert.Contains("23. november 2026", page.TextOf(".notice strong"), StringComparison.Ordinal);
        Assert.Equal(["answer-published", "answer-corrected"], await app.AuditOfAsync(answer.Key));
    }

    [Fact]
    public async Task TakeDown_AnswersGone_AndLeavesEveryList()
    {
        var answer = await app.PublishAsync(AnswerRows.Draft("Kan sjøorm være husdyr?", "Jeg vil ha en sjøorm i badekaret hjemme."));
        var other = await app.PublishAsync(AnswerRows.Draft("Hva spiser en sjøorm?", "Hva gir jeg en sjøorm til frokost?"));
        Assert.Contains(answer.Path, (await app.GetPageAsync(other.Path)).Links);

        await app.WithPublishingAsync((publishing, by) => publishing.TakeDownAsync(answer.PublicId, "Feil fakta", by, CancellationToken.None));
        var gone = await app.GetPageAsync("/en" + answer.Path);

        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Equal("This answer has been removed", gone.TextOf("h1"));
        Assert.DoesNotContain(answer.Title, gone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Feil fakta", gone.Text, StringComparison.Ordinal);
        foreach (var path in new[] { other.Path, "/sporsmal", "/tema/sovn", "/sok?q=sj%C3%B8orm", "/sitemap.xml", "/feed.atom" })
        {
            Assert.DoesNotContain(answer.Path, (await app.GetPageAsync(path)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(["answer-published", "answer-taken-down Feil fakta"], await app.AuditOfAsync(answer.Key));
        Assert.False(await app.WithPublishingAsync((publishing, by) => publishing.TakeDownAsync(answer.PublicId, "igjen", by, CancellationToken.None)));
    }

    [Fact]
    public async Task Publish_NearlyTheSameAgain_ShowsTheNewestOnly()
    {
        var question = "Fluesoppen utenfor vinduet synger hver natt, hvorfor synger den aldri når naboen hører etter?";
        var first = await app.PublishAsync(AnswerRows.Draft("Hvorfor synger fluesoppen?", question));
        var second = await app.PublishAsync(AnswerRows.Draft("Hvorfor synger fluesoppen om natta?", question) with { AnsweredAt = new(2026, 11, 22) });
        var older = await app.PublishAsync(AnswerRows.Draft("Fluesoppen synger, hvorfor?", question) with { AnsweredAt = new(2026, 11, 20) });
        var list = await app.GetPageAsync("/sporsmal?tema=sovn");

        Assert.Contains(second.Path, list.Links);
        Assert.DoesNotContain(first.Path, list.Links);
        Assert.DoesNotContain(older.Path, list.Links);
        Assert.Contains("2 lignende: Hvorfor synger fluesoppen om natta?", list.TextsOf(".answer-card__alike"));
        Assert.Equal([second.Path, first.Path, older.Path], PathsOn(await app.GetPageAsync($"/sporsmal?lik={second.PublicId}")));
        Assert.Equal(HttpStatusCode.OK, (await app.GetPageAsync(first.Path)).Status);

        await app.WithPublishingAsync((publishing, by) => publishing.TakeDownAsync(second.PublicId, "Feil", by, CancellationToken.None));
        await app.RunAsync<DuplicateReview>();
        await app.DeliverOutboxAsync();
        Assert.Equal([first.Path, older.Path], PathsOn(await app.GetPageAsync($"/sporsmal?lik={older.PublicId}")));
        Assert.Contains(first.Path, (await app.GetPageAsync("/sporsmal?tema=sovn")).Links);
    }

    [Fact]
    public async Task Get_AsTimeGoes_SaysThatItIsOld_AndLeavesSearchEnginesLater()
    {
        var law = AnswerRows.Draft("Må en nisse ha førerkort for sparkstøtting?", "Er det lov for nisser å kjøre sparkstøtting uten førerkort?") with { Topics = ["lovbrudd"] };
        var answer = await app.PublishAsync(law with { AskedAt = new(2023, 10, 1), AnsweredAt = new(2023, 10, 2) });
        var year = await app.PublishAsync(AnswerRows.Draft("Kan en huldra ta lappen?", "Huldra lurer på kjøretimer og pris.") with { Topics = ["lovbrudd"], AskedAt = new(2025, 11, 20), AnsweredAt = new(2025, 11, 22) });
        var newer = await app.PublishAsync(law with { Title = "Nisse uten førerkort på sparkstøtting?", Question = "Hva skjer med en nisse som stoppes uten førerkort?" });

        var old = await app.GetPageAsync(answer.Path);
        var aYear = await app.GetPageAsync(year.Path);

        Assert.Contains("mer enn ett år gammelt", old.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal("noindex", old.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Contains(newer.Path, old.Document.QuerySelectorAll(".notice a").Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain(answer.Path, (await app.GetPageAsync("/sitemap.xml")).Text, StringComparison.Ordinal);
        Assert.Contains("mer enn ett år gammelt", aYear.TextOf("main"), StringComparison.Ordinal);
        Assert.NotNull(aYear.Document.QuerySelector("link[rel=canonical]"));
        Assert.DoesNotContain("mer enn ett år gammelt", (await app.GetPageAsync(newer.Path)).TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readings_AreKeptByDay_AndOrderTheMostRead()
    {
        var answer = await app.PublishAsync(AnswerRows.Draft("Er troll glade i vafler?", "Trollet mitt vil bare ha vafler til middag."));
        var quiet = await app.PublishAsync(AnswerRows.Draft("Trollet er så trist", "Trollet mitt gråter hele dagen.") with { Sensitivity = Sensitivity.Crisis });
        for (var i = 0; i < 3; i++)
        {
            await app.GetPageAsync(answer.Path);
            await app.GetPageAsync(quiet.Path);
        }

        await app.Services.GetRequiredService<ReadingCounts>().KeepAsync(CancellationToken.None);
        await app.Services.GetRequiredService<ReadingCounts>().KeepAsync(CancellationToken.None);
        var days = await app.InDatabaseAsync(db => db.AnswerReadings.Where(reading => reading.AnswerId == answer.Id).ToListAsync());

        Assert.Equal([(OsloTime.DayOf(PortalApp.Start.UtcDateTime), 3)], days.Select(day => (day.Day, day.Count)));
        app.Services.GetRequiredService<UngPortal.Platform.Caching.PageCache>().EvictAll();
        var listed = PathsOn(await app.GetPageAsync("/sporsmal?sorter=mest-lest"));
        Assert.Contains(answer.Path, listed);
        Assert.DoesNotContain(quiet.Path, listed);
    }

    [Fact]
    public async Task HelpCounts_TwiceInANight_CountOnce()
    {
        var answer = await app.PublishAsync(AnswerRows.Draft("Hjelper nøkken mot sår hals?", "Nøkken i tjernet sier at han kan kurere hals."));
        await app.InDatabaseAsync(db =>
        {
            foreach (var helped in new bool?[] { true, true, false, null })
            {
                db.Add(new UngPortal.Features.Feedback.FeedbackEntry { FormKey = Guid.NewGuid(), Page = answer.Path, Helped = helped, SentAt = PortalApp.Start.UtcDateTime.AddHours(-1) });
            }

            db.Add(new UngPortal.Features.Feedback.FeedbackEntry { FormKey = Guid.NewGuid(), Page = "/sporsmal", Helped = true, SentAt = PortalApp.Start.UtcDateTime });
            return db.SaveChangesAsync();
        });

        await app.RunAsync<HelpCounts>();
        await app.RunAsync<HelpCounts>();

        Assert.Equal((2, 1), await app.InDatabaseAsync(db => db.PublishedAnswers.Where(one => one.Id == answer.Id).Select(one => ValueTuple.Create(one.HelpedYes, one.HelpedNo)).SingleAsync()));
    }

    private static List<string> PathsOn(HtmlPage page) => [.. page.Document.QuerySelectorAll(".answer-card .card__title a").Select(link => link.GetAttribute("href")!)];

    private static string? FirstOn(HtmlPage page) => PathsOn(page).FirstOrDefault();
}
