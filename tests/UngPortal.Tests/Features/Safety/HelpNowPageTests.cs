using AngleSharp.Dom;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Safety;

/// <summary>"Få hjelp nå" in the middle of the night, when most are closed.</summary>
public sealed class HelpNowPageTests : IClassFixture<HelpNowPageTests.NightApp>
{
    private readonly NightApp _app;

    public HelpNowPageTests(NightApp app) => _app = app;

    [Fact]
    public async Task Get_AtNight_SortsHelpByWhatOneLooksFor()
    {
        var page = (await _app.GetPageAsync("/hjelp-na")).Document;

        Assert.Equal(["113", "112", "110", "116\u00A0117", "22\u00A059\u00A013\u00A000"], page.QuerySelectorAll(".emergency .tel").Select(tel => tel.TextContent.Replace(' ', '\u00A0')));
        Assert.Equal(["apne", "stengt", "ukjent", "praktisk", "hva"], page.QuerySelectorAll("main h2").Select(heading => heading.Id));
        Assert.All(Section(page, "apne"), card => Assert.NotNull(card.QuerySelector(".state--open")));
        Assert.All(Section(page, "stengt"), card => Assert.NotNull(card.QuerySelector(".state--closed")));
        Assert.All(Section(page, "ukjent"), card =>
        {
            Assert.NotNull(card.QuerySelector(".state--unknown"));
            Assert.Contains("Nettside", card.QuerySelector(".service__act")!.TextContent, StringComparison.Ordinal);
        });
        Assert.Equal(["tips-politiet", "lanekassen", "forsvaret", "statens-vegvesen", "norges-ambassade"], Section(page, "praktisk").Select(card => card.ParentElement!.Id!).Where(Mentioned));

        static bool Mentioned(string id) => id is "tips-politiet" or "lanekassen" or "statens-vegvesen" or "forsvaret" or "norges-ambassade";
    }

    [Fact]
    public async Task Get_JumpLinks_LeadToEveryGroupFromUnderTheNumbers()
    {
        var page = (await _app.GetPageAsync("/nn/hjelp-na")).Document;
        var links = page.QuerySelectorAll(".emergency + nav a").ToList();

        Assert.Equal("Kva skjer når du ringjer?", links[0].TextContent);
        Assert.Equal(["#hva", "#apne", "#stengt", "#ukjent", "#praktisk"], links.Select(link => link.GetAttribute("href")));
        Assert.All(links, link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
    }

    [Fact]
    public async Task Get_ClosedChannel_IsNeverDressedAsLive()
    {
        var page = (await _app.GetPageAsync("/hjelp-na")).Document;
        var ways = page.QuerySelectorAll("#alarmtelefonen-for-barn-og-unge .service__act a");

        Assert.Equal("Telefon: døgnåpen", page.QuerySelector("#alarmtelefonen-for-barn-og-unge .state")!.TextContent);
        Assert.Equal(["tel:116111", "sms:+4741716111", "https://www.116111.no/"], ways.Select(way => way.GetAttribute("href")));
        Assert.Equal([false, true, true], ways.Select(way => way.ClassList.Contains("way--closed")));
        Assert.Equal(["Ring 116 111", "Send SMS til 417 16 111 – åpner 16:15", "Chat, Alarmtelefonen for barn og unge – åpner 16:15"], ways.Select(way => way.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("section[aria-labelledby=stengt] .service__act a"), way => Assert.False(way.ClassList.Contains("btn-bright")));
    }

    [Fact]
    public async Task Get_SmsChannel_HasAnIconOfItsOwn()
    {
        var page = (await _app.GetPageAsync("/hjelp-na")).Document;
        string Icon(string href) => page.QuerySelector($".service a[href='{href}'] path")!.GetAttribute("d")!;

        Assert.NotEqual(Icon("tel:116111"), Icon("sms:+4741716111"));
    }

    [Fact]
    public async Task Get_HelpNow_IsMarkedAsWhereOneIsAndTheFooterLinksTheNumbersOnly()
    {
        var help = (await _app.GetPageAsync("/hjelp-na")).Document;
        var other = (await _app.GetPageAsync("/tema")).Document;

        Assert.Equal("page", help.QuerySelector(".quick .btn-help")!.GetAttribute("aria-current"));
        Assert.Null(other.QuerySelector(".quick .btn-help")!.GetAttribute("aria-current"));
        Assert.Equal("Se nødnumrene", other.QuerySelector(".foot__end a")!.TextContent);
        Assert.Equal("Er det akutt? Se nødnumrene. Du trenger ikke være sikker.", other.QuerySelector(".foot__end")!.TextContent);
    }

    private static IEnumerable<IElement> Section(IDocument page, string id) => page.QuerySelectorAll($"section[aria-labelledby={id}] .service");

    /// <summary>The night to a Tuesday, at four minutes past two.</summary>
    public sealed class NightApp : PortalApp
    {
        public NightApp() => Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 1, 4, 0, TimeSpan.Zero));
    }
}
