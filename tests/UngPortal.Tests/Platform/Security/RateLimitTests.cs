using System.Net;

namespace UngPortal.Tests.Platform.Security;

public sealed class RateLimitTests
{
    private const string One = "203.0.113.1";
    private const string Other = "203.0.113.2";

    [Fact]
    public async Task V2_4_1_search_beyond_limit_answers_429_and_spares_others()
    {
        await using var site = await GuardedSite.StartAsync();
        for (var number = 0; number < 600; number++)
        {
            using var allowed = await site.GetFromAsync(One, "/sok");
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        using var refused = await site.GetFromAsync(One, "/sok");
        using var other = await site.GetFromAsync(Other, "/sok");
        using var elsewhere = await site.GetFromAsync(One, "/vanlig");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Empty(await refused.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    [Fact]
    public async Task V2_4_1_sent_forms_are_limited_and_looking_is_not()
    {
        await using var site = await GuardedSite.StartAsync("RateLimits:FormsPerTenMinutes", "2");
        await site.SendAsync(HttpMethod.Post, "/skjema");
        await site.SendAsync(HttpMethod.Post, "/skjema");

        using var sent = await site.SendAsync(HttpMethod.Post, "/skjema");
        using var looked = await site.GetAsync("/skjema");

        Assert.Equal(HttpStatusCode.TooManyRequests, sent.StatusCode);
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
    }

    [Fact]
    public async Task Get_Everything_IsLimitedButNotStoredPages()
    {
        await using var site = await GuardedSite.StartAsync("RateLimits:AllPerMinute", "3");
        await site.TextAsync("/side");
        for (var number = 0; number < 10; number++)
        {
            Assert.Equal("<p>side</p>", await site.TextAsync("/side"));
        }

        await site.TextAsync("/vanlig");
        await site.TextAsync("/vanlig");
        using var refused = await site.GetAsync("/vanlig");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.1", "203.0.113.1", true)]
    public async Task Get_TwoAddresses_ShareALimitWhenTheyAreOneHousehold(string one, string other, bool shared)
    {
        await using var site = await GuardedSite.StartAsync("RateLimits:SearchPerMinute", "1");
        await site.GetFromAsync(one, "/sok");

        using var response = await site.GetFromAsync(other, "/sok");

        Assert.Equal(shared ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Get_NextDay_TheKeyIsNew()
    {
        await using var site = await GuardedSite.StartAsync("RateLimits:SearchPerMinute", "1");
        await site.GetFromAsync(One, "/sok");
        site.Time.Advance(TimeSpan.FromDays(1));

        using var response = await site.GetFromAsync(One, "/sok");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
