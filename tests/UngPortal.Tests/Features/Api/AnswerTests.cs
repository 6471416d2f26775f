using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>How answers travel: tags, languages, other sites' pages, limits and changes.</summary>
public sealed class AnswerTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/services")]
    [InlineData("/services/112-politi")]
    [InlineData("/services?near=59.9,10.7")]
    [InlineData("/openapi.json")]
    public async Task Answer_ThatIsKnown_IsNotSentAgain(string path)
    {
        using var first = await app.AskAsync(path);
        var tag = first.Headers.ETag!.ToString();
        using var again = await app.AskAsync(path, "If-None-Match", $"\"x\", {tag}");
        using var other = await app.AskAsync(path, "If-None-Match", "W/\"x\"");

        Assert.StartsWith("W/", tag, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Contains("Accept-Language", again.Headers.Vary);
        Assert.Contains("Accept-Encoding", again.Headers.Vary);
    }

    [Fact]
    public async Task Answer_MayBeReadByAnyonesPage_WithoutCookies()
    {
        using var response = await app.AskAsync("/services", "Origin", "https://example.org");

        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.False((await app.GetPageAsync("/tjenester")).Response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/services/112-politi", null, "nb", "Politi 112")]
    [InlineData("/services/112-politi?lang=en", "nn", "en", "Police 112")]
    [InlineData("/services/113-medisinsk-nodnummer", "nn-NO, en;q=0.5", "nn", "Medisinsk naudnummer 113")]
    [InlineData("/services/112-politi", "de, en-US;q=0.7, nb;q=0.3", "en", "Police 112")]
    [InlineData("/services/112-politi", "no", "nb", "Politi 112")]
    [InlineData("/services/112-politi", "se, de;q=x;;", "nb", "Politi 112")]
    public async Task Names_AreInTheLanguageAskedFor(string path, string? accepted, string language, string name)
    {
        using var response = await app.AskAsync(path, accepted is null ? null : "Accept-Language", accepted);
        var one = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(name, one.Text("name"));
        Assert.Equal(language, response.Content.Headers.ContentLanguage.Single());
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task Ids_AreTheSame_InAnotherInstallation()
    {
        using var other = new PortalApp().WithoutWorkers();
        foreach (var path in new[] { "/services?minimal=true", "/taxonomy_terms?per_page=100", "/organizations", "/locations?per_page=100", "/service_at_locations?per_page=100" })
        {
            Assert.Equal(await IdsAsync(app, path), await IdsAsync(other, path));
        }

        Assert.Equal("5", (await app.ReadAsync("/services/112-politi")).Text("id")[14..15]);

        static async Task<List<string>> IdsAsync(PortalApp site, string path) => [.. (await site.ReadAsync(path)).GetProperty("contents").EnumerateArray().Select(one => one.Text("id"))];
    }

    [Fact]
    public async Task Service_ThatIsWithdrawn_IsGoneWhenTheOutboxIsDelivered()
    {
        const string Slug = "110-brann";
        var before = await app.AllAsync("/services");
        var fire = await app.ReadAsync($"/services/{Slug}");
        await ChangeAsync(service => service.Withdraw());

        await app.RefusedAsync($"/services/{Slug}", HttpStatusCode.NotFound);
        await app.RefusedAsync($"/services/{fire.Text("id")}", HttpStatusCode.NotFound);
        Assert.Equal(before.Count - 1, (await app.ReadAsync("/services")).GetProperty("total_items").GetInt32());
        Assert.DoesNotContain(await app.AllAsync("/services?full=true"), service => service.Text("x-slug") == Slug);

        await ChangeAsync(service =>
        {
            service.Judge(Enum.GetValues<ListingCriterion>(), "", new DateOnly(2026, 11, 23));
            service.Relist();
        });
        Assert.Equal(fire.Text("id"), (await app.ReadAsync($"/services/{Slug}")).Text("id"));
        Assert.Equal(before.Select(one => one.Text("id")), (await app.AllAsync("/services")).Select(one => one.Text("id")));

        async Task ChangeAsync(Action<Service> change)
        {
            await app.InDatabaseAsync(async db =>
            {
                change(await db.Services.SingleAsync(service => service.Slug == Slug));
                db.Announce(ServicesChanged.Kind, Slug);
                return await db.SaveChangesAsync();
            });
            await app.DeliverOutboxAsync();
        }
    }

    [Fact]
    public async Task V2_4_1_interface_beyond_limit_answers_429_and_spares_pages()
    {
        using var small = new PortalApp().With("RateLimits:ApiPerMinute", "2").WithoutWorkers();
        await small.ReadAsync("/taxonomies");
        await small.ReadAsync("/taxonomies");

        await small.RefusedAsync("/taxonomies", HttpStatusCode.TooManyRequests);
        using var refused = await small.AskAsync("/services");
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Contains("Retry-After", refused.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await small.GetPageAsync("/tjenester")).Status);
    }

    [Fact]
    public async Task Answer_AboutOpening_ChangesWithTheClock()
    {
        using var moving = new PortalApp().WithoutWorkers();
        var day = await moving.ReadAsync("/services?open_now=true");
        moving.Clock.Advance(TimeSpan.FromHours(15));
        var night = await moving.ReadAsync("/services?open_now=true");

        Assert.NotEqual(day.GetProperty("total_items").GetInt32(), night.GetProperty("total_items").GetInt32());
    }
}
