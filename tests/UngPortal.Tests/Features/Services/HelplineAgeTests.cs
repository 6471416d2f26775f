using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services;

/// <summary>For whom a helpline is: known of some, and what isn't known keeps nobody out. Source: product/services.md, "Help chooser".</summary>
public sealed class HelplineAgeTests
{
    private const string ForYoung = "/tjenester/korspahalsen-no";
    private const string Talk = "/finn-hjelp?om=vet-ikke&hast=i-dag&hvordan=snakke";

    [Fact]
    public async Task Choose_WithAnAge_LeavesOutThoseKnownNotToTakeIt_AndNobodyElse()
    {
        using var app = new PortalApp();
        app.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Contains(ForYoung, await SuggestedAsync(app, Talk));
        Assert.Contains(ForYoung, await SuggestedAsync(app, Talk + "&alder=16-17"));
        var older = await SuggestedAsync(app, Talk + "&alder=18-20");
        Assert.DoesNotContain(ForYoung, older);
        Assert.Equal(3, older.Count);
    }

    [Fact]
    public void Cards_OfUnknownAges_AreForEverybody()
    {
        var known = Card((16, 25));

        Assert.True(Card((null, null)).IsFor(new(13, 15)));
        Assert.True(Card((null, 17)).IsFor(new(16, 17)));
        Assert.True(known.IsFor(new(16, 17)) && known.IsFor(new(25, 30)));
        Assert.False(known.IsFor(new(13, 15)) || known.IsFor(new(26, 30)) || Card((null, 17)).IsFor(new(18, 20)));
    }

    [Theory]
    [InlineData("age: { from: 16, to: 25 }", 16, 25, 0)]
    [InlineData("age: { to: 17 }", null, 17, 0)]
    [InlineData("topics: []", null, null, 0)]
    [InlineData("age: { from: 20, to: 13 }", null, null, 1)]
    [InlineData("age: { til: 17 }", null, null, 1)]
    public void Parse_AnAge_OrNone(string line, int? from, int? to, int faults)
    {
        var (services, problems) = HelplineFile.Parse($$"""
            - id: en-tjeneste
              kind: helpline
              name: { nb: "En tjeneste" }
              description: { nb: "For deg.", nn: "For deg.", en: "For you." }
              {{line}}
              channels:
                - { kind: chat, address: "https://www.example.org/chat" }
              checked: 2026-08-13
              source: https://example.org

            """, "a.yml");

        Assert.Equal(faults, problems.Count);
        (int?, int?)[] expected = faults == 0 ? [(from, to)] : [];
        Assert.Equal(expected, services.Select(service => (service.AgeFrom, service.AgeTo)));
    }

    [Fact]
    public async Task Facts_OfAHelpline_CanTellTheAge_AndKeepItWhenOthersAreEdited()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var id = await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug == "korspahalsen-no").Select(service => service.Id).SingleAsync());
        var path = $"/admin/tjenester/{id}/opplysninger";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.FillInAsync(path, null, ("AlderFra", "18"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.FillInAsync(path, null, ("AlderFra", "6"))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.FillInAsync(path, null, ("NavnEn", "The cross"))).Status);

        var told = await app.InDatabaseAsync(db => db.Services.SingleAsync(service => service.Id == id));
        Assert.True(told is { AgeFrom: 6, AgeTo: 17 });
    }

    private static ServiceCard Card((int? From, int? To) ages) => new("a", "A", "", "nb", ServiceKind.Helpline, new(ChannelKind.Phone, "tel:1", "1", true, new(OpenLine.Always, [])), [], null, []) { Ages = ages };

    private static async Task<List<string>> SuggestedAsync(PortalApp app, string path) => [.. (await app.GetPageAsync(path)).Document.QuerySelectorAll("main .service h3 a").Select(link => link.GetAttribute("href")!)];
}
