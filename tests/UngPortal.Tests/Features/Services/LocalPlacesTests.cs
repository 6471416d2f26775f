using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using UngPortal.Tests.Features.Answers;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Services;

/// <summary>Single local services where they are named: in an article and in an answer.</summary>
public sealed class LocalPlacesTests : IDisposable
{
    private const string Bekkestua = "helsestasjon-for-ungdom-bekkestua-baerum";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Pick_ALocalServiceForAnArticle_IsFoundByName_KeptAndShownLive()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var path = $"/admin/innhold/{id}";

        var found = await author.SendAsync(await author.PageAsync(path), path, $"{path}?handler=Choose", ("TjenesteSok", "helsest bærum"), ("Tekst", "Halvskrevet"), ("Tjenester", "sex-og-samfunn"));
        Assert.Contains(Bekkestua, found.Document.QuerySelectorAll("#lokale input[type=checkbox]").Select(box => box.GetAttribute("value")));
        Assert.Equal("Halvskrevet", found.TextOf("#Tekst"));
        var nothing = await author.SendAsync(await author.PageAsync(path), path, $"{path}?handler=Choose", ("TjenesteSok", "finnes ikke"));
        Assert.Equal("Fant ingen lokal tjeneste for «finnes ikke».", nothing.TextOf("#lokale [role=status]"));

        await author.SendAsync(found, path, path, ("Tjenester", $"sex-og-samfunn\n{Bekkestua}"));

        Assert.Equal(["sex-og-samfunn", Bekkestua], (await _app.DraftAsync(id)).Content.Services);
        var again = await author.PageAsync(path);
        Assert.Contains("Bekkestua, Bærum", again.TextOf("#lokale .staff-picked"), StringComparison.Ordinal);
        Assert.NotNull(again.Document.QuerySelector("#lokale .staff-picked .state"));
        var removed = await author.SendAsync(again, path, $"{path}?handler=Choose", ("Valg", $"fjern:Tjenester:{Bekkestua}"));
        Assert.Null(removed.Document.QuerySelector("#lokale .staff-picked"));
    }

    [Fact]
    public async Task Show_AnArticleThatLeadsToALocalService_TellsItsState_ButNeverAnOldOne()
    {
        await _app.InDatabaseAsync(async db =>
        {
            var article = await db.Set<UngPortal.Features.Publications.Publication>().SingleAsync(one => one.Slug == "sesjon-og-verneplikt");
            db.Entry(article).Property(one => one.Facts).CurrentValue = article.Facts with { Services = [Bekkestua, "finnes-ikke"] };
            var service = await db.Services.Include(one => one.Channels).Include(one => one.Location).Include(one => one.Areas).SingleAsync(one => one.Slug == Bekkestua);
            var facts = service.Facts();
            service.Revise(facts with { Assured = new DateOnly(2026, 11, 20), Channels = [new ServiceChannel { Position = 1, Kind = ChannelKind.Visit, Address = "Bekkestua", DisplayAddress = "Bekkestua", Hours = "24/7" }] });
            db.Announce(UngPortal.Features.Publications.PublicationChanged.Kind, article.Key);
            return await db.SaveChangesAsync();
        });
        await _app.DeliverOutboxAsync();

        var page = await _app.GetPageAsync("/artikler/sesjon-og-verneplikt");
        Assert.Equal($"/tjenester/{Bekkestua}", page.Document.QuerySelector("section[aria-labelledby=tjenester] .service__name a")!.GetAttribute("href"));
        Assert.NotNull(page.Document.QuerySelector("section[aria-labelledby=tjenester] .state--open"));
        Assert.Single(page.Document.QuerySelectorAll("section[aria-labelledby=tjenester] .service"));

        _app.Clock.Advance(TimeSpan.FromDays(AssuranceLadder.StaleDays));
        var later = await _app.GetPageAsync("/artikler/sesjon-og-verneplikt");
        Assert.Null(later.Document.QuerySelector("section[aria-labelledby=tjenester] .state--open"));
        Assert.NotNull(later.Document.QuerySelector("section[aria-labelledby=tjenester] .state--unknown"));
    }

    [Fact]
    public async Task Pick_ALocalServiceForAnAnswer_LosesNothing_AndIsKeptWithItsPlace()
    {
        var expert = await _app.HireAsync(roles: StaffRole.Expert);
        var id = await _app.ClaimedAsync(expert);
        using var desk = await _app.SignInAsync(expert);
        var path = $"/admin/sporsmal/{id}";

        var found = await desk.FillInAsync(path, null, ("Hilsen", "Hei du"), ("TjenesteSok", "helsest bærum"), ("Steg", "finn"));
        Assert.Equal((HttpStatusCode.OK, "Hei du"), (found.Status, found.TextOf("#Hilsen")));
        Assert.Contains(Bekkestua, found.Document.QuerySelectorAll("#lokale input[type=checkbox]").Select(box => box.GetAttribute("value")));
        Assert.NotEqual("Hei du", (await HtmlPage.ReadAsync(await desk.GetAsync(new Uri(path, UriKind.Relative)))).TextOf("#Hilsen"));

        var kept = await desk.FillInAsync(path, null, ("Hilsen", "Hei du"), ("Tjeneste", Bekkestua), ("Steg", "lagre"));
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        var page = await HtmlPage.ReadAsync(await desk.GetAsync(new Uri(path, UriKind.Relative)));
        Assert.Equal("Helsestasjon for ungdom, Bekkestua, Bærum", page.Document.QuerySelector("#Tjeneste-0 option[selected]")!.TextContent);

        var five = page.Form(path).Where(field => field.Key is not ("Tjeneste" or "Steg")).Concat(new[] { "113-medisinsk-nodnummer", "112-politi", "110-brann", "116117-legevakt", Bekkestua }.Select(slug => KeyValuePair.Create("Tjeneste", slug))).Append(KeyValuePair.Create("Steg", "lagre"));
        using var content = new FormUrlEncodedContent(five);
        var refused = await HtmlPage.ReadAsync(await desk.PostAsync(new Uri(path, UriKind.Relative), content));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Velg høyst fire tjenester."), (refused.Status, refused.TextOf("#Tjeneste-feil")));
        Assert.Equal(Bekkestua, refused.Document.QuerySelector("#Tjeneste-4 option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Search_WhileCorrectingOrPublishing_ShowsHits_AndDoesNothingElse()
    {
        var author = await _app.HireAsync(roles: StaffRole.Expert);
        var id = await _app.ToPublishAsync(author);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        foreach (var path in new[] { $"/admin/sporsmal/publisering/{id}", $"/admin/sporsmal/{id}/rett", $"/admin/sporsmal/svar/{await _app.PublicAsync(author)}" })
        {
            var found = await editor.FillInAsync(path, null, ("Kort", "Skrevet på veien"), ("TjenesteSok", "helsest bærum"), ("Steg", "finn"));

            Assert.Equal((HttpStatusCode.OK, "Skrevet på veien"), (found.Status, found.TextOf("#Kort")));
            Assert.Contains(Bekkestua, found.Document.QuerySelectorAll("#lokale input[type=checkbox]").Select(box => box.GetAttribute("value")));
            Assert.NotEqual("Skrevet på veien", (await HtmlPage.ReadAsync(await editor.GetAsync(new Uri(path, UriKind.Relative)))).TextOf("#Kort"));
        }
    }

    [Fact]
    public async Task Show_APublicAnswerThatLeadsToALocalService_TellsWhereItIs()
    {
        var answer = await _app.PublishAsync(AnswerRows.Draft() with { Facts = new() { Services = [Bekkestua, "finnes-ikke"] } });

        var card = Assert.Single((await _app.GetPageAsync(answer.Path)).Document.QuerySelectorAll("section[aria-labelledby=hjelp] .service"));

        Assert.Equal($"/tjenester/{Bekkestua}", card.QuerySelector(".service__name a")!.GetAttribute("href"));
        Assert.Contains("Bærum", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector(".state"));
    }

    public void Dispose() => _app.Dispose();
}
