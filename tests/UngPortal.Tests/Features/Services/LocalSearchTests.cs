using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services;

/// <summary>Single local services that somebody searches for by name.</summary>
public sealed class LocalSearchTests : IDisposable
{
    private const string Bekkestua = "helsestasjon-for-ungdom-bekkestua-baerum";

    private readonly PortalApp _app = new();

    [Theory]
    [InlineData("/sok?q=Legevakten+i+Oslo", "/tjenester/oslo-legevakt")]
    [InlineData("/sok?q=Nav+Gamle+Oslo", "/tjenester/nav-gamle-oslo")]
    [InlineData("/nn/sok?q=helsestasjon+for+ungdom+bekkestua", "/nn/tjenester/" + Bekkestua)]
    [InlineData("/en/sok?q=youth+health+clinic+bekkestua&type=service", "/en/tjenester/" + Bekkestua)]
    public async Task Search_ForAServiceByName_GivesItBesideTheHits(string path, string expected)
    {
        var page = await _app.GetPageAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(expected, page.Document.QuerySelectorAll("section[aria-labelledby=steder] .service__name a").Select(link => link.GetAttribute("href")));
        Assert.NotEmpty(page.TextOf("section[aria-labelledby=steder] .state"));
    }

    [Theory]
    [InlineData("/sok?q=angst")]
    [InlineData("/sok?q=legevakt")]
    [InlineData("/sok?q=helsestasjon+for+ungdom")]
    [InlineData("/sok?q=jeg+er+ensom")]
    [InlineData("/sok?q=psykisk+helse")]
    [InlineData("/sok?q=Legevakten+i+Oslo&type=article")]
    [InlineData("/sok?q=jeg+vil+d%C3%B8+i+Oslo")]
    public async Task Search_ForAnythingElse_GivesNoPlace(string path) => Assert.Null((await _app.GetPageAsync(path)).Document.QuerySelector("section[aria-labelledby=steder]"));

    [Fact]
    public async Task Search_AfterAServiceIsTakenAway_DoesNotGiveIt()
    {
        Assert.Contains("/tjenester/oslo-legevakt", (await _app.GetPageAsync("/sok?q=oslo+legevakt")).Links);

        await _app.InDatabaseAsync(async db =>
        {
            (await db.Services.SingleAsync(service => service.Slug == "oslo-legevakt")).Withdraw();
            db.Announce(ServicesChanged.Kind, "oslo-legevakt");
            return await db.SaveChangesAsync();
        });
        await _app.DeliverOutboxAsync();

        Assert.DoesNotContain("/tjenester/oslo-legevakt", (await _app.GetPageAsync("/sok?q=oslo+legevakt")).Links);
    }

    public void Dispose() => _app.Dispose();
}
