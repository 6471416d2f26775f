using UngPortal.BrowserTests.Site;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Markup;

/// <summary>The editor's pages, as the server sends them, read by a strict reader of HTML.</summary>
public sealed class EditorMarkupTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Validate_TheEditorsPages_FindsNothing()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var article = await DraftAsync(PublicationKind.Article);
        var series = await DraftAsync(PublicationKind.Illustration);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in new[] { $"/admin/innhold/{article}", $"/admin/innhold/{article}?sprak=nn", $"/admin/innhold/{article}/fjern-sprak?sprak=nn", $"/admin/innhold/{article}/historikk", $"/admin/innhold/{series}", "/admin/innhold/publisert" })
        {
            pages.Add(path, await editor.GetStringAsync(new Uri(path, UriKind.Relative)));
        }

        pages.Add("refused", (await editor.FillInAsync($"/admin/innhold/{article}", null, ("Tittel", new string('a', 81)), ("Kilder", "bare et ord"))).Text);
        pages.Add("comment refused", (await editor.FillInAsync($"/admin/innhold/{article}", $"/admin/innhold/{article}/kommentar", ("Kommentar", ""))).Text);

        Faults.None(await HtmlValidate.FaultsAsync(pages));
    }

    private async Task<int> DraftAsync(PublicationKind kind)
    {
        var author = await app.HireAsync(roles: StaffRole.Editor);
        var house = await app.HouseIdAsync(StaffVisits.OwnHouse);
        return await app.InDatabaseAsync(async db =>
        {
            var content = new DraftContent { Related = ["angst-nar-kroppen-slar-alarm", "finnes-ikke"], Illustration = "vandrer-med-kart" }
                .With("nb", new DraftContent.Text("En prøve", "En ingress.", "Ring 22 33 44 55.")).With("nn", new DraftContent.Text("Ei prøve", "", "", 1));
            var person = new StaffIdentity { Id = author, Name = "Person", SessionId = 0, ConfirmedAt = DateTime.UnixEpoch, Seats = [] };
            var draft = db.Drafts.Add(Draft.Begin(kind, "en-prove", house, content, person, db.Time.GetUtcNow().UtcDateTime)).Entity;
            await db.SaveChangesAsync();
            db.DraftComments.Add(new DraftComment { DraftId = draft.Id, ById = author, At = db.Time.GetUtcNow().UtcDateTime, Text = "Kan dette sies enklere?", Quote = "En ingress." });
            await db.SaveChangesAsync();
            return draft.Id;
        });
    }
}
