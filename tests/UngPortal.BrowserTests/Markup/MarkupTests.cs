using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Markup;

/// <summary>Every kind of page in three languages, as the server sends it, read by a strict reader of HTML.</summary>
public sealed class MarkupTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string TakenDown = "svindel-pa-nett";
    private static readonly string[] Languages = ["nb", "nn", "en"];

    [Fact]
    public async Task Validate_EachPageTypeAndError_FindsNothing()
    {
        app.Services.WaitForSearchIndex();
        await TakeDownAsync();
        var answers = await app.InDatabaseAsync(async db => (await db.PublishedAnswers.OrderBy(answer => answer.Sensitivity == Sensitivity.Crisis).ThenBy(answer => answer.Id).ToListAsync()).ConvertAll(answer => answer.Path));
        using var visitor = app.CreateVisitor();
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        var statuses = new HashSet<HttpStatusCode>();
        foreach (var language in Languages)
        {
            foreach (var path in PageTypes.All.Concat([$"/artikler/{TakenDown}", answers[0], answers[^1], "/api/prov"]))
            {
                var address = PageTypes.In(language, path);
                Keep(address, await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri(address, UriKind.Relative))));
            }

            var feedback = PageTypes.In(language, "/tilbakemelding");
            Keep($"{feedback} refused", await SendEmptyAsync(visitor, feedback));
        }

        Faults.None(await HtmlValidate.FaultsAsync(pages));
        Assert.Superset(
            new HashSet<HttpStatusCode> { HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.UnprocessableEntity, HttpStatusCode.InternalServerError, HttpStatusCode.ServiceUnavailable },
            statuses);

        void Keep(string name, HtmlPage page)
        {
            pages.Add(name, page.Text);
            statuses.Add(page.Status);
        }
    }

    private static async Task<HtmlPage> SendEmptyAsync(HttpClient visitor, string path)
    {
        var fields = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri(path, UriKind.Relative)))).Form(path);
        fields["Tekst"] = "";
        using var form = new FormUrlEncodedContent(fields);
        return await HtmlPage.ReadAsync(await visitor.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    private async Task TakeDownAsync()
    {
        await app.InDatabaseAsync(async db =>
        {
            var publication = await db.Publications.Include(p => p.Texts).Include(p => p.Topics).SingleAsync(p => p.Kind == PublicationKind.Article && p.Slug == TakenDown);
            publication.TakeDown(PortalApp.Start.UtcDateTime);
            db.AnnounceContent(publication.Key);
            return await db.SaveChangesAsync();
        });
        await app.DeliverOutboxAsync();
    }
}
