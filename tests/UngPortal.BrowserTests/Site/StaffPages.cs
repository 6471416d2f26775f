using UngPortal.BrowserTests.Journeys;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Site;

/// <summary>Every page under <c>/admin</c> that can be opened, with an address of each; a test holds the list to the site's own routes.</summary>
public static class StaffPages
{
    /// <summary>Those that one opens before signing in.</summary>
    public static readonly IReadOnlyList<string> Outside =
    [
        "/admin/glemt-passord", "/admin/invitasjon/{token}", "/admin/logg-inn", "/admin/logg-inn/avslag", "/admin/logg-inn/gjenopprettingskode", "/admin/logg-inn/kode",
        "/admin/logg-inn/nokkel", "/admin/nytt-passord/{token}", "/admin/oppsett/{token}",
    ];

    /// <summary>Those that lead on to somewhere else at once.</summary>
    public static readonly IReadOnlyList<string> Passing = ["/admin/logg-inn/ferdig", "/admin/logg-inn/via/{key}", "/admin/logg-ut", "/admin/medier/film/{name}/del", "/admin/medier/film/{name}/plakat"];

    /// <summary>Those inside.</summary>
    public static readonly IReadOnlyList<string> Inside =
    [
        "/admin", "/admin/avverging", "/admin/avverging/ny", "/admin/avverging/{id:guid}", "/admin/avverging/{id:guid}/steg", "/admin/bekreft", "/admin/folk", "/admin/folk/inviter", "/admin/folk/{id:int}", "/admin/folk/{id:int}/endre",
        "/admin/innhold", "/admin/innhold/filer", "/admin/innhold/filer/{type}/{slug}", "/admin/innhold/ny", "/admin/innhold/publisert", "/admin/innhold/rapport",
        "/admin/innhold/{id:int}", "/admin/innhold/{id:int}/film", "/admin/innhold/{id:int}/fjern-sprak", "/admin/innhold/{id:int}/historikk",
        "/admin/medier", "/admin/medier/ny", "/admin/medier/{name}", "/admin/medier/{name}/bytt",
        "/admin/medier/film", "/admin/medier/film/ny", "/admin/medier/film/{name}", "/admin/medier/film/{name}/teksting",
        "/admin/min-konto", "/admin/min-konto/app", "/admin/min-konto/koder", "/admin/min-konto/nokler", "/admin/min-konto/passord",
        "/admin/organisasjoner", "/admin/organisasjoner/ny", "/admin/organisasjoner/{id:int}", "/admin/organisasjoner/{id:int}/avtaler",
        "/admin/revisjon", "/admin/revisjon/eksport",
        "/admin/sporsmal", "/admin/sporsmal/fortsatt-riktig", "/admin/sporsmal/sortering/{id:guid?}", "/admin/sporsmal/{id:guid}", "/admin/sporsmal/{id:guid}/les",
        "/admin/sporsmal/publisering/{id:guid?}", "/admin/sporsmal/{id:guid}/rett", "/admin/sporsmal/svar", "/admin/sporsmal/svar/{publicId:int}", "/admin/svarere", "/admin/svarere/{id:int}",
        "/admin/sporsmal/samtaler", "/admin/sporsmal/snakke",
        "/admin/sporsmal/stengt", "/admin/sporsmal/stengt/{id:int}",
        "/admin/sporsmal/tekstbiter", "/admin/sporsmal/tekstbiter/ny", "/admin/sporsmal/tekstbiter/{id:int}",
        "/admin/sporsmal/avtaler",
        "/admin/sporsmal/varsler",
        "/admin/verktoy", "/admin/verktoy/ny", "/admin/verktoy/kriterier", "/admin/verktoy/kriterier/{number:int}", "/admin/verktoy/{id:int}", "/admin/verktoy/{id:int}/avgjorelse", "/admin/verktoy/{id:int}/fakta",
        "/admin/verktoy/{id:int}/meldinger", "/admin/verktoy/{id:int}/skjermbilder", "/admin/verktoy/{id:int}/ungdomspanel", "/admin/verktoy/{id:int}/vurdering/{part}", "/admin/verktoy/{id:int}/vurdering/{part}/les",
        "/admin/tjenester", "/admin/tjenester/eksport", "/admin/tjenester/import", "/admin/tjenester/import/{id:int}", "/admin/tjenester/meldinger", "/admin/tjenester/ny", "/admin/tjenester/{id:int}", "/admin/tjenester/{id:int}/kontakt", "/admin/tjenester/{id:int}/kriterier", "/admin/tjenester/{id:int}/opplysninger", "/admin/tjenester/{id:int}/unntak",
    ];

    /// <summary>Those that show a picture, which is uploaded for them.</summary>
    private static readonly string[] Pictured = ["/admin/medier/{name}", "/admin/medier/{name}/bytt"];

    /// <summary>All that are looked at, as rows of a theory.</summary>
    public static TheoryData<string> Rows => [.. Outside, .. Inside];

    /// <summary>A window and the address of the page, with rows to show on it.</summary>
    public static async Task<(Visit Visit, string Path)> OpenAsync(BrowserSite site, string route, int width)
    {
        if (Outside.Contains(route))
        {
            return (await site.VisitAsync(width), route.Replace("{token}", "finnes-ikke", StringComparison.Ordinal));
        }

        var rows = await site.App.RowsOfAsync(StaffVisits.OwnHouse);
        var person = await site.App.HireAsync(roles: StaffVisits.EveryDesk);
        var author = await site.App.HireAsync(roles: StaffRole.Expert);
        var visit = await site.EnterAsync(person, width);
        var path = Pictured.Contains(route)
            ? route.Replace("{name}", await PictureTests.UploadAsync(visit, $"Et bilde for {person}"), StringComparison.Ordinal)
            : route switch
            {
                "/admin/sporsmal/{id:guid}" => $"/admin/sporsmal/{await ForTwoAsync(site.App, person)}",
                "/admin/sporsmal/publisering/{id:guid?}" => $"/admin/sporsmal/publisering/{await site.App.ToPublishAsync(author, "Jeg heter Kari Nordmann. Hvor lenge bør jeg sove?")}",
                "/admin/sporsmal/{id:guid}/rett" => $"/admin/sporsmal/{await site.App.ToPublishAsync(author)}/rett",
                "/admin/sporsmal/svar/{publicId:int}" => $"/admin/sporsmal/svar/{await site.App.PublicAsync(person)}",
                "/admin/avverging/{id:guid}" => $"/admin/avverging/{await site.App.AvertingAsync(person)}",
                "/admin/avverging/{id:guid}/steg" => $"/admin/avverging/{await site.App.AvertingAsync(person)}/steg",
                "/admin/sporsmal/sortering/{id:guid?}" => $"/admin/sporsmal/sortering/{await LikeAnotherAsync(site.App)}",
                "/admin/sporsmal/{id:guid}/les" => $"/admin/sporsmal/{await site.App.InReviewAsync(author)}/les",
                "/admin/verktoy/{id:int}/vurdering/{part}" => $"/admin/verktoy/{await site.App.ToolInAssessmentAsync(person)}/vurdering/fag",
                "/admin/verktoy/{id:int}/vurdering/{part}/les" => $"/admin/verktoy/{await site.App.ToolInAssessmentAsync(person)}/vurdering/sikkerhet/les",
                _ => rows.GetValueOrDefault(route, route),
            };
        return (visit, path);
    }

    /// <summary>A question that the person has in hand, with another that gets the same answer.</summary>
    private static async Task<Guid> ForTwoAsync(PortalApp app, int person)
    {
        var id = await app.ClaimedAsync(person);
        await app.ChangeAsync(id, question => question.LetGo());
        await app.JoinAsync(await app.AskedAsync(), id);
        await app.ChangeAsync(id, question => question.Claim(person, app.Clock.GetUtcNow().UtcDateTime));
        return id;
    }

    /// <summary>A question to sort that asks the same as one that waits.</summary>
    private static async Task<Guid> LikeAnotherAsync(PortalApp app)
    {
        await app.QueuedAsync();
        return await app.AskedAsync();
    }
}
