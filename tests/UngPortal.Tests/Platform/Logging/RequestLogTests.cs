using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using UngPortal.Platform.Caching;

namespace UngPortal.Tests.Platform.Logging;

public sealed class RequestLogTests
{
    private const string Canary = "canary55ab12";

    [Fact]
    public async Task Get_Page_WritesMethodTemplateStatusAndTime()
    {
        await using var site = await StartAsync();

        await site.TextAsync("/artikler/noe");

        var line = Assert.Single(site.Log.Lines, line => line.Contains("\"Route\"", StringComparison.Ordinal));
        Assert.Contains("\"Method\":\"GET\",\"Route\":\"/artikler/{slug}\",\"Status\":200,\"Elapsed\":", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_StoredPageAgain_WritesNothingMore()
    {
        await using var site = await StartAsync();
        await site.TextAsync("/lagret");
        await site.TextAsync("/lagret");

        Assert.Single(site.Log.Lines, line => line.Contains("/lagret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task V16_2_5_canary_in_no_log_event(string environment)
    {
        await using var site = await StartAsync(environment);

        foreach (var path in new[] { "/artikler/", "/feil/", "/lagret/", "/finnes-ikke/", "/binding/" })
        {
            using var get = await site.GetAsync($"{path}{Canary}?q={Canary}", "Cookie", $"a={Canary}", "User-Agent", Canary, "Referer", $"https://{Canary}/",
                "X-Own", Canary, "Accept-Language", Canary, "X-Forwarded-For", Canary, "Host", $"{Canary}.example");
            using var form = new FormUrlEncodedContent([KeyValuePair.Create(Canary, Canary), KeyValuePair.Create("number", Canary)]);
            using var post = await site.Client.PostAsync($"/skjema/{Canary}", form);
            using var odd = await site.SendAsync(new HttpMethod(Canary), path);
        }

        Assert.NotEmpty(site.Log.Lines);
        Assert.All(site.Log.Lines, line => Assert.DoesNotContain(Canary, line, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task V16_5_1_exception_is_logged_with_type_and_stack_but_no_message()
    {
        await using var site = await StartAsync();

        await site.TextAsync($"/feil/{Canary}");

        var line = Assert.Single(site.Log.Lines, line => line.Contains("\"@x\"", StringComparison.Ordinal));
        Assert.Contains("System.InvalidOperationException", line, StringComparison.Ordinal);
        Assert.Contains("System.ArgumentException", line, StringComparison.Ordinal);
        Assert.Contains(nameof(Throw), line, StringComparison.Ordinal);
    }

    private static Task<EdgeSite> StartAsync(string environment = "Production") => EdgeSite.StartAsync(
        app =>
        {
            app.MapGet("/artikler/{slug}", (string slug) => slug);
            app.MapGet("/lagret", () => Results.Text("stored", "text/html")).WithMetadata(new CachedPageAttribute());
            app.MapGet("/lagret/{slug}", (string slug) => Results.Text(slug, "text/html")).WithMetadata(new CachedPageAttribute());
            app.MapGet("/feil/{slug}", (string slug) => Throw(slug));
            app.MapGet("/binding/{number:int}", (int number) => number);
            app.MapPost("/skjema/{slug}", (HttpContext context) => Throw(context.Request.Form[Canary].ToString()));
        },
        environment: environment);

    private static string Throw(string value) => throw new InvalidOperationException(value, new ArgumentException(value, nameof(value)));
}
