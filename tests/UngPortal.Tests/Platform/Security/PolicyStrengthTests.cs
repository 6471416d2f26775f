using UngPortal.Testing;
using UngPortal.Tests.Crawl;

namespace UngPortal.Tests.Platform.Security;

/// <summary>The policies the site really sends, against every rule of csp_evaluator above MEDIUM_MAYBE; the evaluator itself is run by hand (README, "Measuring").</summary>
[Collection(ShippedSite.Name)]
public sealed class PolicyStrengthTests(PortalApp app)
{
    private static readonly string[] Known =
    [
        "default-src", "script-src", "style-src", "img-src", "media-src", "font-src", "connect-src", "manifest-src", "form-action", "base-uri", "frame-ancestors",
        "require-trusted-types-for", "trusted-types", "report-to", "sandbox",
    ];

    [Theory]
    [InlineData("/")]
    [InlineData("/en/artikler/eksamen-uten-panikk")]
    [InlineData("/sok?q=%3Cscript%3E")]
    [InlineData("/tilbakemelding")]
    [InlineData("/finnes-ikke")]
    [InlineData("/sitemap.xml")]
    [InlineData("/health/live")]
    public async Task V3_4_3_policy_of_pages_has_no_finding_above_medium_maybe(string path)
    {
        var policy = await PolicyOfAsync(path);

        Assert.Equal(policy.Keys, policy.Keys.Intersect(Known));
        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.Equal(["'none'"], policy["base-uri"]);
        Assert.Equal(["'none'"], policy["frame-ancestors"]);
        Assert.Equal(["'script'"], policy["require-trusted-types-for"]);
        Assert.All(policy.Where(directive => directive.Key.EndsWith("-src", StringComparison.Ordinal) || directive.Key == "form-action"), directive =>
            Assert.True(directive.Value is ["'self'"] or ["'none'"], $"{directive.Key} {string.Join(' ', directive.Value)}"));
        Assert.True(policy.ContainsKey("script-src") && policy.ContainsKey("form-action") && policy.ContainsKey("report-to"));
        Assert.DoesNotContain("'allow-duplicates'", policy["trusted-types"]);
        Assert.DoesNotContain("*", policy["trusted-types"]);
    }

    [Fact]
    public async Task V3_4_3_policy_of_files_lets_nothing_run()
    {
        var picture = (await app.GetPageAsync("/illustrasjoner")).Document.QuerySelector("img[src*='.svg']")!.GetAttribute("src")!;
        var policy = await PolicyOfAsync(picture);

        Assert.Empty(policy["sandbox"]);
        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.Equal(["default-src", "sandbox", "style-src"], policy.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task V3_4_3_policy_of_the_page_with_a_foreign_script_gives_it_no_origin()
    {
        var policy = await PolicyOfAsync("/api/prov");

        Assert.DoesNotContain("allow-same-origin", policy["sandbox"]);
        Assert.DoesNotContain("allow-top-navigation", policy["sandbox"]);
        Assert.Equal(["'none'"], policy["default-src"]);
        Assert.Equal(["'none'"], policy["form-action"]);
        Assert.Equal(["'none'"], policy["frame-ancestors"]);
        Assert.Equal(["https://localhost/assets/sandbox/"], policy["script-src"]);
        Assert.All(policy["connect-src"], source => Assert.StartsWith("https://localhost/api/v1", source, StringComparison.Ordinal));
    }

    /// <summary>The directives in their order; one named twice fails, since browsers heed only the first.</summary>
    private async Task<Dictionary<string, string[]>> PolicyOfAsync(string path)
    {
        using var visitor = app.CreateVisitor();
        using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        return ResponseRules.Header(response, "Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(directive => directive.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);
    }
}
