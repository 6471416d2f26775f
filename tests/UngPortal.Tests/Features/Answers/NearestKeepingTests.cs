using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers;
using UngPortal.Features.Answers.Nearest;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Answers;

/// <summary>What is like an answer is looked for once and then kept for a month.</summary>
public sealed class NearestKeepingTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Nearest_AreKept_UntilAMonthIsOver()
    {
        var (asked, other, later) = (await PublishAsync("Hvorfor synger gullstrupen om natta?"), await PublishAsync("Synger gullstrupen bare om natta?"), await PublishAsync("Hva koster en trommestikke?"));
        Assert.Contains(other.Path, await RelatedAsync("", asked));

        await KeepAsync();
        var row = await app.InDatabaseAsync(db => db.KeptNearest.AsNoTracking().SingleAsync(kept => kept.TextHash == HashOf(asked)));
        Assert.Equal(other.PublicId, row.PublicIds[0]);

        // The page in another language is rendered for itself, and reads what was kept.
        await app.InDatabaseAsync(db => db.KeptNearest.Where(kept => kept.TextHash == HashOf(asked)).ExecuteUpdateAsync(set => set.SetProperty(kept => kept.PublicIds, new[] { later.PublicId })));
        Assert.Equal([later.Path], await RelatedAsync("/nn", asked));

        app.Clock.Advance(KeptNearest.Lasts + TimeSpan.FromMinutes(2));
        Assert.Contains(other.Path, await RelatedAsync("/en", asked));
        await KeepAsync();
        Assert.Contains(other.PublicId, (await app.InDatabaseAsync(db => db.KeptNearest.AsNoTracking().SingleAsync(kept => kept.TextHash == HashOf(asked)))).PublicIds);

        app.Clock.Advance(KeptNearest.Lasts + TimeSpan.FromMinutes(2));
        await app.RunAsync<NearestRetention>();
        var oldest = app.Clock.GetUtcNow().UtcDateTime - KeptNearest.Lasts;
        // The nightly jobs go by the same clock: what is there by now may have been found anew.
        Assert.False(await app.InDatabaseAsync(db => db.KeptNearest.AnyAsync(kept => kept.FoundAt < oldest)));
    }

    [Fact]
    public async Task Ahead_OfReaders_EachAnswersNearestAreFound_AndRenewedInTime()
    {
        await using var site = new PortalApp();
        site.Services.WaitForSearchIndex();
        var all = await site.InDatabaseAsync(db => db.PublishedAnswers.AsNoTracking().Where(answer => answer.TakenDownAt == null).ToListAsync());
        var began = site.Clock.GetUtcNow().UtcDateTime;

        await site.RunAsync<NearestAhead>();

        var kept = await KeptAsync(site);
        Assert.True(all.Count > 100);
        Assert.Superset(kept.Keys.ToHashSet(StringComparer.Ordinal), all.Select(answer => Convert.ToHexString(HashOf(answer))).ToHashSet(StringComparer.Ordinal));
        Assert.True(kept.Count > all.Count * 9 / 10, $"{kept.Count} of {all.Count}");
        Assert.All(kept.Values, row => Assert.Equal(began, row.FoundAt));
        Assert.All(all.Where(answer => kept.ContainsKey(Convert.ToHexString(HashOf(answer)))), answer => Assert.DoesNotContain(answer.PublicId, kept[Convert.ToHexString(HashOf(answer))].PublicIds));

        site.Clock.Advance(NearestAhead.Renewed - TimeSpan.FromHours(1));
        await site.RunAsync<NearestAhead>();
        Assert.All((await KeptAsync(site)).Values, row => Assert.Equal(began, row.FoundAt));

        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.RunAsync<NearestAhead>();
        Assert.All((await KeptAsync(site)).Values, row => Assert.NotEqual(began, row.FoundAt));
    }

    [Fact]
    public async Task TakenDown_IsNotShown_ThoughItWasKept()
    {
        var (asked, other) = (await PublishAsync("Kan skjeggsau spille sjakk?"), await PublishAsync("Hvor godt spiller skjeggsau sjakk?"));
        Assert.Contains(other.Path, await RelatedAsync("", asked));
        await KeepAsync();

        await app.WithPublishingAsync((publishing, by) => publishing.TakeDownAsync(other.PublicId, "Feil fakta", by, CancellationToken.None));

        Assert.DoesNotContain(other.Path, await RelatedAsync("", asked));
    }

    [Fact]
    public void HashOf_AnythingElse_IsAnother() =>
        Assert.Equal(5, new (string, string, string?, double)[] { ("a", "nb", null, 0), ("b", "nb", null, 0), ("a", "nn", null, 0), ("a", "nb", "question:1", 0), ("a", "nb", null, 0.2) }
            .Select(text => Convert.ToHexString(KeptNearest.HashOf(text.Item1, text.Item2, text.Item3, text.Item4))).Distinct().Count());

    private Task<PublishedAnswer> PublishAsync(string title) => app.PublishAsync(AnswerRows.Draft(title, title));

    private Task KeepAsync() => app.Services.GetRequiredService<NearestKeeping>().KeepAsync(CancellationToken.None);

    private static async Task<Dictionary<string, KeptNearest>> KeptAsync(PortalApp site) =>
        (await site.InDatabaseAsync(db => db.KeptNearest.AsNoTracking().ToListAsync())).ToDictionary(row => Convert.ToHexString(row.TextHash), StringComparer.Ordinal);

    private static byte[] HashOf(PublishedAnswer answer) => KeptNearest.HashOf($"{answer.Title}\n{answer.Question}", answer.Language, answer.Key, 0);

    /// <summary>The addresses of similar answers on the page, without the language.</summary>
    private async Task<List<string>> RelatedAsync(string prefix, PublishedAnswer answer) =>
        [.. (await app.GetPageAsync(prefix + answer.Path)).Document.QuerySelectorAll(".related .answer-card a").Select(link => link.GetAttribute("href")![prefix.Length..])];
}
