using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.Organisations;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Testing;
using UngPortal.Tests.Architecture;

namespace UngPortal.Tests.Crawl;

/// <summary>What staff write about people, houses, texts and pictures is text on every page that shows it.</summary>
public sealed partial class StaffTextTests(PortalApp app) : IClassFixture<PortalApp>
{
    /// <summary>Of sixty scripts those that are looked at on the pages of one thing; the lists show all.</summary>
    private const int EachOne = 12;

    private static readonly string[] Scripts = [.. Corpus.Scripts.Where(script => !script.Contains('\0', StringComparison.Ordinal))];

    /// <summary>One that only asks for a sign-in, one that answers with data, and one that leads back to the film.</summary>
    private static readonly string[] PagesOfTheirOwn = ["/admin/bekreft", "/admin/medier/film/{name}/del", "/admin/medier/film/{name}/plakat"];

    [Fact]
    public async Task V1_2_1_staff_pages_show_sixty_scripts_as_text()
    {
        var id = await app.HireAsync(roles: StaffVisits.EveryDesk);
        using var staff = await app.SignInAsync(id);
        var rows = new List<IReadOnlyDictionary<string, string>>();
        foreach (var (script, number) in Scripts.Select((script, number) => (script, number)))
        {
            rows.Add(await FillAsync(script, number, id));
        }

        var routes = (await StaffEndpoints.OfAsync(app)).Where(handler => !handler.IsPost && !handler.IsForEveryone && !PagesOfTheirOwn.Contains(handler.Route)).Select(handler => handler.Route).Distinct().ToList();
        var shown = 0;
        foreach (var route in routes.Where(route => !Parameter().IsMatch(route)).SelectMany(route => new[] { route, route + "?side=2" }))
        {
            shown += await CheckAsync(staff, route, Scripts, mayBeMissing: route.EndsWith("side=2", StringComparison.Ordinal));
        }

        foreach (var (one, script) in rows.Zip(Scripts).Where((_, number) => number % (Scripts.Length / EachOne) == 0))
        {
            foreach (var route in routes.Where(route => Parameter().IsMatch(route)))
            {
                Assert.True(one.TryGetValue(route, out var address), $"{route} shows something: say in FillAsync which row of the script's.");
                shown += await CheckAsync(staff, address!, [script]);
            }
        }

        Assert.True(shown > Scripts.Length * 4, $"Only {shown} texts were seen at all.");
    }

    [Fact]
    public async Task V1_2_1_staff_forms_give_refused_scripts_back_as_text()
    {
        using var manager = await app.SignInAsAsync(StaffRole.PortfolioManager);
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        foreach (var script in Scripts)
        {
            foreach (var (client, path, fields) in new (HttpClient, string, string[])[]
            {
                (manager, "/admin/organisasjoner/ny", ["Nummer", "Navn", "Kontakt", "Epost", "Telefon"]),
                (manager, "/admin/folk/inviter", ["Navn", "Epost"]),
                (editor, "/admin/innhold/ny", ["Tittel"]),
                (editor, "/admin/tjenester/ny", ["Navn", "For", "Adresse", "Kilde"]),
            })
            {
                var page = await client.FillInAsync(path, null, [.. fields.Select(field => (field, (string?)script)), ("Type", "x")]);

                Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
                TextOnly.AssertIsText(page, script);
            }
        }
    }

    /// <summary>Returns how many of the scripts the page shows as text.</summary>
    private static async Task<int> CheckAsync(HttpClient client, string address, string[] scripts, bool mayBeMissing = false)
    {
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(address, UriKind.Relative)));
        if (mayBeMissing && page.Status == HttpStatusCode.NotFound)
        {
            return 0;
        }

        Assert.True(page.Status == HttpStatusCode.OK, $"{address}: {page.Status}");
        Array.ForEach(scripts, script => TextOnly.AssertIsText(page, script));
        Assert.NotEmpty(page.Document.Scripts);
        Assert.All(page.Document.Scripts, script => Assert.True(script.Source?.StartsWith("/assets/", StringComparison.Ordinal) == true && script.Text.Length == 0, $"{address}: a script that is not the site's own"));
        var text = page.Document.Body!.TextContent + string.Concat(page.Document.QuerySelectorAll("[value], [alt], [title]").Select(element => element.GetAttribute("value") + element.GetAttribute("alt") + element.GetAttribute("title")));
        return scripts.Count(script => text.Contains(script, StringComparison.Ordinal));
    }

    /// <summary>A house, a person, a draft with a comment, a picture, an agreement and an audit entry that say the script. Returns the addresses of their pages.</summary>
    private Task<IReadOnlyDictionary<string, string>> FillAsync(string script, int number, int staffId) => app.InDatabaseAsync(async db =>
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        var author = new StaffIdentity { Id = staffId, Name = script, SessionId = 0, ConfirmedAt = now, Seats = [] };
        var own = await db.Organisations.SingleAsync(one => one.Number == StaffVisits.OwnHouse);
        var house = db.Organisations.Add(new Organisation { Number = $"{100_000_000 + number}" }).Entity;
        house.Describe(script, Sector.CivilSociety, script, script, script[..Math.Min(20, script.Length)], Enum.GetValues<StaffRole>(), isCouncilMember: false);
        house.Agree(Agreement.Between(OsloTime.DayOf(now).AddDays(-1), OsloTime.DayOf(now).AddYears(1), script[..Math.Min(60, script.Length)]));
        var person = db.Staff.Add(StaffMember.Create($"skript{number}@prove.invalid", script, now)).Entity;
        await db.SaveChangesAsync();
        db.Memberships.AddRange(new[] { StaffRole.Editor, StaffRole.Expert }.Select(role => new Membership { StaffId = person.Id, OrganisationId = house.Id, Role = role, GrantedAt = now, GrantedById = null }));
        var content = new DraftContent { Creator = script, Licence = script, Illustration = script, Related = [script] }.With("nb", new DraftContent.Text(script, script, script));
        var draft = db.Drafts.Add(Draft.Begin(PublicationKind.Article, $"skript-{number}", own.Id, content.With("nn", new DraftContent.Text(script, script, script)), author, now)).Entity;
        var video = db.Drafts.Add(Draft.Begin(PublicationKind.Video, $"skript-{number}", own.Id, content, author, now)).Entity;
        draft.KeepRevision(author, now, script[..Math.Min(100, script.Length)]);
        await db.SaveChangesAsync();
        db.DraftComments.Add(new DraftComment { DraftId = draft.Id, ById = person.Id, At = now, Text = script });
        var picture = await PictureAsync(db, own.Id, person.Id, script);
        await db.SaveChangesAsync();
        var film = await app.FilmOfAsync(own.Id, person.Id, script[..Math.Min(120, script.Length)]);
        await app.RecordAsync(script[..Math.Min(60, script.Length)], script, script, house.Id, author);
        var asked = await app.AskedAsync(script);
        var averting = await app.AvertingAsync(staffId, script);
        var closing = await app.ClosingAsync(script);
        var claimed = await app.ClaimedAsync(staffId, script);
        var atPanel = await app.ToolAtPanelAsync(script);
        var inAssessment = await app.ToolInAssessmentAsync(staffId, script);
        var answered = await app.InReviewAsync(person.Id, script);
        var service = (await app.ServiceAsync(script)).Id;
        await app.ReportedAsync(service, script);
        return (IReadOnlyDictionary<string, string>)new Dictionary<string, string>
        {
            ["/admin/innhold/filer/{type}/{slug}"] = "/admin/innhold/filer/Article/slutte-med-snus-og-vape",
            ["/admin/innhold/{id:int}/film"] = $"/admin/innhold/{video.Id}/film",
            ["/admin/innhold/{id:int}/fjern-sprak"] = $"/admin/innhold/{draft.Id}/fjern-sprak?sprak=nn",
            ["/admin/medier/film/{name}"] = $"/admin/medier/film/{film}",
            ["/admin/medier/film/{name}/teksting"] = $"/admin/medier/film/{film}/teksting?sprak=nb",
            ["/admin/innhold/{id:int}"] = $"/admin/innhold/{draft.Id}",
            ["/admin/innhold/{id:int}/historikk"] = $"/admin/innhold/{draft.Id}/historikk",
            ["/admin/folk/{id:int}"] = $"/admin/folk/{person.Id}",
            ["/admin/folk/{id:int}/endre"] = $"/admin/folk/{person.Id}/endre",
            ["/admin/medier/{name}"] = $"/admin/medier/{picture}",
            ["/admin/medier/{name}/bytt"] = $"/admin/medier/{picture}/bytt",
            ["/admin/sporsmal/sortering/{id:guid?}"] = $"/admin/sporsmal/sortering/{asked}",
            ["/admin/avverging/{id:guid}"] = $"/admin/avverging/{averting}",
            ["/admin/avverging/{id:guid}/steg"] = $"/admin/avverging/{averting}/steg",
            ["/admin/sporsmal/stengt/{id:int}"] = $"/admin/sporsmal/stengt/{closing}",
            ["/admin/sporsmal/tekstbiter/{id:int}"] = $"/admin/sporsmal/tekstbiter/{await app.SnippetAsync(script)}",
            ["/admin/sporsmal/{id:guid}"] = $"/admin/sporsmal/{claimed}",
            ["/admin/sporsmal/publisering/{id:guid?}"] = $"/admin/sporsmal/publisering/{await app.ToPublishAsync(person.Id, script)}",
            ["/admin/sporsmal/svar/{publicId:int}"] = $"/admin/sporsmal/svar/{await app.PublicAsync(person.Id, script)}",
            ["/admin/sporsmal/{id:guid}/rett"] = $"/admin/sporsmal/{await app.ToPublishAsync(person.Id, script)}/rett",
            ["/admin/sporsmal/{id:guid}/les"] = $"/admin/sporsmal/{answered}/les",
            ["/admin/verktoy/kriterier/{number:int}"] = $"/admin/verktoy/kriterier/{await app.CriteriaDraftAsync(script)}",
            ["/admin/verktoy/{id:int}"] = $"/admin/verktoy/{atPanel}",
            ["/admin/verktoy/{id:int}/avgjorelse"] = $"/admin/verktoy/{atPanel}/avgjorelse",
            ["/admin/verktoy/{id:int}/fakta"] = $"/admin/verktoy/{atPanel}/fakta",
            ["/admin/verktoy/{id:int}/meldinger"] = $"/admin/verktoy/{atPanel}/meldinger",
            ["/admin/verktoy/{id:int}/skjermbilder"] = $"/admin/verktoy/{await app.PicturedToolAsync(picture, script)}/skjermbilder",
            ["/admin/verktoy/{id:int}/ungdomspanel"] = $"/admin/verktoy/{atPanel}/ungdomspanel",
            ["/admin/verktoy/{id:int}/vurdering/{part}"] = $"/admin/verktoy/{inAssessment}/vurdering/sikkerhet",
            ["/admin/verktoy/{id:int}/vurdering/{part}/les"] = $"/admin/verktoy/{inAssessment}/vurdering/sikkerhet/les",
            ["/admin/svarere/{id:int}"] = $"/admin/svarere/{person.Id}",
            ["/admin/tjenester/import/{id:int}"] = $"/admin/tjenester/import/{await app.ImportRunAsync(script)}",
            ["/admin/tjenester/{id:int}"] = $"/admin/tjenester/{service}",
            ["/admin/tjenester/{id:int}/kontakt"] = $"/admin/tjenester/{service}/kontakt",
            ["/admin/tjenester/{id:int}/kriterier"] = $"/admin/tjenester/{service}/kriterier",
            ["/admin/tjenester/{id:int}/opplysninger"] = $"/admin/tjenester/{service}/opplysninger",
            ["/admin/tjenester/{id:int}/unntak"] = $"/admin/tjenester/{service}/unntak",
            ["/admin/organisasjoner/{id:int}"] = $"/admin/organisasjoner/{house.Id}",
            ["/admin/organisasjoner/{id:int}/avtaler"] = $"/admin/organisasjoner/{house.Id}/avtaler",
        };
    });

    private async Task<string> PictureAsync(PortalDbContext db, int organisationId, int staffId, string script)
    {
        var name = await app.PictureOfAsync(organisationId, staffId);
        var picture = await db.Set<MediaItem>().SingleAsync(item => item.Name == name);
        picture.Describe(new LocalizedText { ["nb"] = script, ["en"] = script }, isDecorative: false, script, MediaLicence.Own);
        return name;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Parameter();
}
