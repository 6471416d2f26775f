using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace UngPortal.Tests.Platform.Security;

public sealed class PolicyReportTests
{
    private const string Canary = "canary7731";

    [Theory]
    [InlineData("""[{"type":"csp-violation","url":"https://x/canary7731","body":{"effectiveDirective":"script-src-elem","blockedURL":"https://canary7731"}}]""", "script-src-elem")]
    [InlineData("""{"csp-report":{"effective-directive":"img-src","document-uri":"https://x/canary7731"}}""", "img-src")]
    [InlineData("""[{"body":{"effectiveDirective":"canary7731"}}]""", "other")]
    [InlineData("""[1,{"body":7},{"body":{"effectiveDirective":{"a":1}}}]""", "other")]
    public async Task V3_4_7_report_is_counted_by_directive_only(string json, string directive)
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await ReportAsync(site, json);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Contains(site.Log.Lines, line => line.Contains($"\"Directive\":\"{directive}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.Lines, line => line.Contains(Canary, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[[[[[[[[[[[[1]]]]]]]]]]]]")]
    public async Task Post_Nonsense_IsThrownAway(string text)
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await ReportAsync(site, text);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task Post_MoreThan8Kilobytes_IsRefused()
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await ReportAsync(site, new string(' ', (8 * 1024) + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Post_ManyReports_AreLimited()
    {
        await using var site = await GuardedSite.StartAsync("RateLimits:ReportsPerMinute", "1");
        await ReportAsync(site, "[]");

        using var response = await ReportAsync(site, "[]");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> ReportAsync(EdgeSite site, string text)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/reports+json");
        return await site.Client.PostAsync("/csp-rapport", content);
    }
}
