using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publications;

/// <summary>A change in the database reaches every place that shows it.</summary>
public sealed class PublishedChangeTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Deliver_ChangedText_ShowsOnPageListAndSearch()
    {
        app.Services.WaitForSearchIndex();
        const string path = "/artikler/lekser-som-faktisk-gar";
        var before = await app.GetPageAsync(path);
        var listBefore = await app.GetPageAsync("/artikler");
        await ChangeAsync("lekser-som-faktisk-gar", publication => publication.Texts.First(text => text.Language == "nb")
            .Rewrite(new TextDraft("Kvitrevinge på pulten", "Om kvitrevinger.", "Kvitrevingen sitter på pulten.", "<p>Kvitrevingen sitter på pulten.</p>", 20, 5)));
        var cached = await app.GetPageAsync(path);

        await app.DeliverOutboxAsync();
        var after = await app.GetPageAsync(path);

        Assert.Equal(before.TextOf("h1"), cached.TextOf("h1"));
        Assert.Equal("Kvitrevinge på pulten", after.TextOf("h1"));
        Assert.DoesNotContain("Kvitrevinge på pulten", listBefore.Text, StringComparison.Ordinal);
        Assert.Contains(await ListsAsync("/artikler"), title => title == "Kvitrevinge på pulten");
        Assert.Equal("Kvitrevinge på pulten", (await app.GetPageAsync("/sok?q=kvitrevinge")).TextOf(".result .card__title"));
    }

    [Fact]
    public async Task Deliver_TakeDown_AnswersGoneAndLeavesEveryList()
    {
        app.Services.WaitForSearchIndex();
        const string path = "/artikler/svindel-pa-nett";
        var title = (await app.GetPageAsync(path)).TextOf("h1");
        await ChangeAsync("svindel-pa-nett", publication => publication.TakeDown(PortalApp.Start.UtcDateTime));

        await app.DeliverOutboxAsync();

        foreach (var address in new[] { path, "/nn" + path, "/en" + path })
        {
            var gone = await app.GetPageAsync(address);
            Assert.Equal(HttpStatusCode.Gone, gone.Status);
            Assert.NotEmpty(gone.TextOf("h1"));
            Assert.DoesNotContain(title, gone.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(await ListsAsync("/artikler"), found => found == title);
        Assert.DoesNotContain(path, (await app.GetPageAsync("/sok?q=svindel")).Links);
        Assert.DoesNotContain(path, (await app.GetPageAsync("/sitemap.xml")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(path, (await app.GetPageAsync("/feed.atom")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(path, (await app.GetPageAsync("/artikler/angrerett-og-netthandel")).Document.QuerySelectorAll(".card a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Get_PublishedTomorrow_IsNotThereUntilThen()
    {
        await ChangeAsync("stipend-og-lan", publication => publication.Revise(
            new PublicationDraft
            {
                Kind = PublicationKind.Article,
                Slug = "stipend-og-lan",
                Facts = publication.Facts,
                PublishedAt = PortalApp.Start.UtcDateTime.AddDays(1),
                Texts = new Dictionary<string, TextDraft> { ["nb"] = new("I morgen", "Ingress", "Tekst", "<p>Tekst</p>", 20, 1) },
            },
            new Dictionary<string, int>(),
            PortalApp.Start.UtcDateTime));
        await app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await app.GetPageAsync("/artikler/stipend-og-lan")).Status);
        Assert.DoesNotContain(await ListsAsync("/artikler"), found => found == "I morgen");
    }

    private async Task<List<string>> ListsAsync(string path)
    {
        var titles = new List<string>();
        for (var number = 1; ; number++)
        {
            var page = await app.GetPageAsync(number == 1 ? path : $"{path}?side={number}");
            if (page.Status != HttpStatusCode.OK)
            {
                return titles;
            }

            titles.AddRange(page.TextsOf("main .card__title"));
        }
    }

    private Task<int> ChangeAsync(string slug, Action<Publication> change) => app.InDatabaseAsync(async db =>
    {
        var publication = await db.Publications.Include(p => p.Texts).Include(p => p.Topics).SingleAsync(p => p.Kind == PublicationKind.Article && p.Slug == slug);
        change(publication);
        db.AnnounceContent(publication.Key);
        return await db.SaveChangesAsync();
    });
}
