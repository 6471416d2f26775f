using UngPortal.Testing;

namespace UngPortal.Tests.Crawl;

/// <summary>The whole site from / in three languages, as a visitor's browser would meet it.</summary>
[Collection(ShippedSite.Name)]
public sealed class CrawlTests(PortalApp app)
{
    [Fact]
    public async Task Crawl_FromTheFrontPages_FindsTheWholeSite()
    {
        var crawl = await SiteCrawl.OfAsync(app);

        Assert.InRange(crawl.Pages.Count, 500, 20_000);
        Assert.Contains("/en/artikler/eksamen-uten-panikk", crawl.Pages.Keys);
        Assert.Contains("/hjelp-na", crawl.Pages.Keys);
    }

    [Theory]
    [InlineData("answers")]
    [InlineData("fragments")]
    [InlineData("empty")]
    [InlineData("h1")]
    [InlineData("headings")]
    [InlineData("ids")]
    [InlineData("pictures")]
    [InlineData("links")]
    [InlineData("language")]
    [InlineData("alternates")]
    [InlineData("canonical")]
    [InlineData("json-ld")]
    public async Task Crawl_EveryPage_KeepsTheRule(string rule) => Assert.Empty((await SiteCrawl.OfAsync(app)).Faults(rule));

    [Fact]
    public async Task V3_6_1_no_page_loads_from_a_third_party() => Assert.Empty((await SiteCrawl.OfAsync(app)).Faults("third party"));

    [Fact]
    public async Task V3_3_1_no_cookie_for_a_reader() => Assert.Empty((await SiteCrawl.OfAsync(app)).Faults("cookies"));

    [Fact]
    public async Task V3_4_1_hsts_on_every_response() => Assert.Empty((await SiteCrawl.OfAsync(app)).Faults("V3_4_1"));

    [Fact]
    public async Task V3_4_3_policy_to_the_letter_and_nothing_inline()
    {
        var crawl = await SiteCrawl.OfAsync(app);

        Assert.Empty(crawl.Faults("V3_4_3"));
        Assert.Empty(crawl.Faults("inline"));
    }

    [Fact]
    public async Task V3_4_4_to_6_and_8_sniffing_referrer_framing_opener() => Assert.Empty((await SiteCrawl.OfAsync(app)).Faults("V3_4_4"));

    [Fact]
    public async Task V4_1_1_every_text_names_its_charset() => Assert.Empty((await SiteCrawl.OfAsync(app)).Faults("V4_1_1"));

    [Fact]
    public async Task V13_4_6_no_header_names_the_server() => Assert.Empty((await SiteCrawl.OfAsync(app)).Faults("V13_4_6"));

    [Fact]
    public async Task V14_3_2_every_response_says_how_long_it_keeps() => Assert.Empty((await SiteCrawl.OfAsync(app)).Faults("V14_3_2"));

    [Fact]
    public async Task Titles_OfPagesOfOneKind_Differ()
    {
        var crawl = await SiteCrawl.OfAsync(app);

        var twins = crawl.Pages.Where(page => page.Value.Canonical == "https://localhost" + page.Key && !page.Key.Contains('?', StringComparison.Ordinal))
            .GroupBy(page => (page.Value.Title, Place: page.Key[..page.Key.LastIndexOf('/')])).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key.Title}: {string.Join(", ", group.Select(page => page.Key))}");

        Assert.Empty(twins);
    }
}
