using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publications;

/// <summary>The copy that lists and cards are made of is as old as the last announced change, never older.</summary>
public sealed class CatalogueCopyTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Changing = "stipend-og-lan";

    private CatalogueCopy Copy => app.Services.GetRequiredService<CatalogueCopy>();

    [Fact]
    public async Task Read_Twice_GivesTheSameCopyUntilItIsForgotten()
    {
        var first = await ReadAsync();
        var second = await ReadAsync();
        Copy.Forget();
        var third = await ReadAsync();

        Assert.Same(first, second);
        Assert.NotSame(first, third);
        Assert.Equal(first.Entries.Count, third.Entries.Count);
    }

    [Fact]
    public async Task Read_ByManyWhileItChanges_NeverKeepsACopyFromBefore()
    {
        for (var round = 0; round < 20; round++)
        {
            var title = $"Runde {round}";
            Copy.Forget();
            var early = Enumerable.Range(0, 8).Select(_ => Task.Run(ReadAsync)).ToList();
            await RewriteAsync(text => text.Rewrite(new TextDraft(title, "Ingress", "Tekst", "<p>Tekst</p>", 20, 1)));
            Copy.Forget();
            await Task.WhenAll(early);

            Assert.Equal(title, (await ReadAsync()).Find(PublicationKind.Article, Changing)!.In(Language.Bokmal).Title);
        }
    }

    [Fact]
    public async Task Get_VersionThatIsGoneSinceTheCopy_ShowsBokmalInstead()
    {
        await ReadAsync();
        await app.InDatabaseAsync(db => db.Set<PublicationText>()
            .Where(text => text.Language == "en" && db.Set<Publication>().Any(p => p.Id == text.PublicationId && p.Slug == "kjaerlighetssorg")).ExecuteDeleteAsync());

        var page = await app.GetPageAsync("/en/artikler/kjaerlighetssorg");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("nb", page.Document.QuerySelector("h1")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Entries_OfOneMoment_StandInAnOrderThatIsNotTheAlphabet()
    {
        var slugs = (await ReadAsync()).Entries.Where(entry => entry.Kind == PublicationKind.Article).GroupBy(entry => entry.PublishedAt)
            .MaxBy(group => group.Count())!.Select(entry => entry.Slug).ToList();
        Copy.Forget();
        var again = (await ReadAsync()).Entries.Select(entry => entry.Slug).Where(slugs.Contains);

        Assert.True(slugs.Count > 10);
        Assert.NotEqual(slugs.Order(StringComparer.Ordinal), slugs);
        Assert.Equal(slugs, again);
    }

    private async Task<Catalogue> ReadAsync() => await Copy.ReadAsync(CancellationToken.None);

    private Task<int> RewriteAsync(Action<PublicationText> change) => app.InDatabaseAsync(async db =>
    {
        change((await db.Publications.Include(p => p.Texts).SingleAsync(p => p.Slug == Changing)).Texts.First(text => text.Language == "nb"));
        return await db.SaveChangesAsync();
    });
}
