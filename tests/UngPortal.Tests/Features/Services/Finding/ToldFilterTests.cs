using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Finding;

/// <summary>The finder's filters on what only some have told. Source: product/services.md, "Finder".</summary>
public sealed class ToldFilterTests
{
    private const string Alta = "alta-kommunale-legevakt";
    private const string Bekkestua = "helsestasjon-for-ungdom-bekkestua-baerum";

    [Fact]
    public async Task Filters_ThatNobodyFits_AreNotThere()
    {
        using var app = new PortalApp();

        var page = (await app.GetPageAsync("/hjelp-naer-deg")).Document;

        Assert.NotNull(page.QuerySelector("select[name=hva]"));
        Assert.Null(page.QuerySelector("select[name=tema], select[name=sprak], select[name=tilgang]"));
        Assert.Null((await app.GetPageAsync("/hjelp-naer-deg?sted=9510")).Document.QuerySelector("main .section > p.muted"));
    }

    [Fact]
    public async Task Filters_OfferWhatIsTold_AndAllMustHold()
    {
        using var app = await WithToldAsync();

        var asked = (await app.GetPageAsync("/en/hjelp-naer-deg?sted=9510&sprak=se&tilgang=step-free")).Document;

        Assert.Equal(["", "no", "se", "uk"], asked.QuerySelectorAll("select[name=sprak] option").Select(option => option.GetAttribute("value")));
        Assert.Equal(["", "step-free"], asked.QuerySelectorAll("select[name=tilgang] option").Select(option => option.GetAttribute("value")));
        Assert.Equal("Northern Sámi", asked.QuerySelector("select[name=sprak] option[selected]")!.TextContent);
        Assert.NotNull(asked.QuerySelector("details[open] select[name=sprak]"));
        Assert.Equal([$"/en/tjenester/{Alta}"], asked.QuerySelectorAll("main ol .service h3 a").Select(link => link.GetAttribute("href")));
        Assert.Equal("One has told us of what you chose. Others may have it too without having told us.", asked.QuerySelector("main .section > p.muted")!.TextContent);
        Assert.Contains("Languages: Norwegian, Northern Sámi", asked.QuerySelectorAll("main .service p").Select(line => line.TextContent));
        Assert.Contains("Free of charge", asked.QuerySelectorAll("main .service .tag").Select(tag => tag.TextContent));
        Assert.Contains("sprak=se", asked.QuerySelector("a[hreflang=nb], a[lang=nb]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATopic_CountsThoseBelowIt()
    {
        using var app = await WithToldAsync();
        var topic = await app.InDatabaseAsync(async db => (await TopicTree.ReadAsync(db, CancellationToken.None)).All.First(one => one.Depth == 2));

        var page = (await app.GetPageAsync($"/hjelp-naer-deg?sted=Oslo&tema={topic.RootSlug}")).Document;

        Assert.Equal([$"/tjenester/{Bekkestua}"], page.QuerySelectorAll("main ol .service h3 a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["", topic.RootSlug, topic.Slug], page.QuerySelectorAll("select[name=tema] option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task WhatNobodyHasToldTogether_SaysSo_AndShowsTheNearestWithoutIt()
    {
        using var app = await WithToldAsync();

        var page = await app.GetPageAsync("/hjelp-naer-deg?sted=9510&sprak=uk&tilgang=step-free");

        Assert.Equal("Ingen som passer, har fortalt oss om dette: ukrainsk, inngang uten trinn. Her er de nærmeste uten det valget.", page.TextOf("main .notice"));
        Assert.True(page.Document.QuerySelectorAll("main ol .service").Length > 3);
        Assert.Equal("uk", page.Document.QuerySelector("select[name=sprak] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task TheNearestThatTold_FarAway_DoesNotPassForTheNearestThatIs()
    {
        using var app = await WithToldAsync();

        Assert.StartsWith("Den nærmeste som har fortalt om det du valgte, er ", (await app.GetPageAsync("/hjelp-naer-deg?sted=Bergen&sprak=se")).TextOf("main .notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HiddenServices_MakeNoFilter_AndNewFactsDoWithinASecond()
    {
        using var app = await WithToldAsync();
        Assert.NotNull((await app.GetPageAsync("/hjelp-naer-deg")).Document.QuerySelector("select[name=tilgang]"));
        await app.InDatabaseAsync(async db =>
        {
            (await db.Services.SingleAsync(one => one.Slug == Alta)).Withdraw();
            db.Announce(ServicesChanged.Kind, "all");
            return await db.SaveChangesAsync();
        });

        await app.DeliverOutboxAsync();

        Assert.Null((await app.GetPageAsync("/hjelp-naer-deg")).Document.QuerySelector("select[name=tilgang]"));
    }

    [Theory]
    [InlineData("sprak=klingon")]
    [InlineData("tilgang=nurse")]
    [InlineData("tema=finnes-ikke")]
    [InlineData("sprak=%00")]
    public async Task AFilterThatIsNone_Answers404(string query)
    {
        using var app = new PortalApp().WithoutWorkers();
        using var visitor = app.CreateVisitor();
        using var response = await visitor.GetAsync(new Uri("/hjelp-naer-deg?sted=9510&" + query, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<PortalApp> WithToldAsync()
    {
        var app = new PortalApp();
        await app.InDatabaseAsync(async db =>
        {
            var topic = (await TopicTree.ReadAsync(db, CancellationToken.None)).All.First(one => one.Depth == 2);
            var places = await db.Services.Include(one => one.Channels).Include(one => one.Location).Include(one => one.Areas).Where(one => one.Slug == Alta || one.Slug == Bekkestua).ToDictionaryAsync(one => one.Slug);
            places[Alta].Edit(places[Alta].Facts() with { Languages = ["no", "se"], Told = ["free", "step-free"] }, db.Time.GetUtcNow().UtcDateTime);
            places[Bekkestua].Edit(places[Bekkestua].Facts() with { Languages = ["no", "uk"], Told = ["nurse"], Topics = [topic.Slug] }, db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        return app;
    }
}
