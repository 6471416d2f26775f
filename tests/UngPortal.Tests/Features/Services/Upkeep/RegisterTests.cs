using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Importing;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Upkeep;

/// <summary>Keeping the register by its pages.</summary>
public sealed class RegisterTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Home_WithServicesToConfirm_TellsThemAndTheOldOnesInOneLine()
    {
        var today = OsloTime.DayOf(app.Clock.GetUtcNow().UtcDateTime);
        await app.ServiceAsync("Snart", assured: today.AddDays(-AssuranceLadder.DueDays));
        await app.ServiceAsync("Gammel", assured: today.AddDays(-AssuranceLadder.NotedDays));
        var (due, old) = await app.InDatabaseAsync(async db => (
            await db.Services.CountAsync(service => service.State == ServiceState.Listed && service.Assured <= today.AddDays(-AssuranceLadder.DueDays)),
            await db.Services.CountAsync(service => service.State == ServiceState.Listed && service.Assured <= today.AddDays(-AssuranceLadder.NotedDays))));
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var page = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin", UriKind.Relative)));

        Assert.True(due > old);
        Assert.Single(page.TextsOf("li a"), $"Tjenester som må bekreftes: {due}. Leserne ser at opplysningene er gamle hos {old} av dem.");
        Assert.DoesNotContain("/admin/tjenester?vis=Old", page.Links);
    }

    [Fact]
    public async Task NewService_IsShownOnlyOnceItMeetsAllCriteria()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var sent = await editor.FillInAsync("/admin/tjenester/ny", null, ("Navn", "Et sted for prøver"), ("Slag", "Local"), ("Type", "hfu"), ("For", "Oslo"), ("Maate", "Phone"), ("Adresse", "22 00 00 01"), ("Kilde", "https://prove.invalid/"));
        var id = int.Parse(sent.Response.Headers.Location!.ToString().Split('/')[3], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetPageAsync("/tjenester/et-sted-for-prover")).Status);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(editor, id, "vis")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.FillInAsync($"/admin/tjenester/{id}/kriterier", null, ("Krav", "Free"), ("Notat", ""))).Status);
        await JudgeAsync(editor, id);
        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(editor, id, "vis")).Status);
        await app.DeliverOutboxAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.GetPageAsync("/tjenester/et-sted-for-prover")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.FillInAsync("/admin/tjenester/ny", null, ("Navn", "Et sted for prøver"), ("Slag", "Helpline"), ("Maate", "Phone"), ("Adresse", "22 00 00 01"), ("Kilde", "https://prove.invalid/"))).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(editor, id, "skjul")).Status);
        await app.DeliverOutboxAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetPageAsync("/tjenester/et-sted-for-prover")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(editor, id, "skjul")).Status);
    }

    [Fact]
    public async Task List_ShowsTheOldestFirst_AndWhatIsLookedFor()
    {
        await app.ServiceAsync("Den eldste", assured: new DateOnly(2001, 1, 1));
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var all = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin/tjenester", UriKind.Relative)));
        var found = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin/tjenester?q=112-politi&vis=All", UriKind.Relative)));
        var home = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin", UriKind.Relative)));

        Assert.Equal("Den eldste", all.TextsOf("tbody th")[0]);
        Assert.Contains("Sier ikke lenger når det er åpent", all.TextsOf("tbody tr")[0], StringComparison.Ordinal);
        Assert.Single(found.TextsOf("tbody th"));
        Assert.Contains("Tjenester som må bekreftes", home.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(new Uri("/admin/tjenester?side=9999", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Import_OfTheShippedFiles_LeavesWhatStaffChanged()
    {
        var id = await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug == "dopingkontakten").Select(service => service.Id).SingleAsync());
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("NavnNb", "Vår egen tekst"));

        await using var scope = app.Services.CreateAsyncScope();
        var import = scope.ServiceProvider.GetServices<IContentImport>().OfType<HelplineImport>().Single();
        var report = new ImportReport();
        await import.RunAsync(Repository.Content, report, CancellationToken.None);
        Assert.Empty(report.Problems);

        Assert.Equal("Vår egen tekst", await app.InDatabaseAsync(async db => (await db.Services.SingleAsync(service => service.Id == id)).Name["nb"]));
    }

    private static async Task<HtmlPage> StepAsync(HttpClient client, int id, string step)
    {
        var path = $"/admin/tjenester/{id}";
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
        using var content = new FormUrlEncodedContent(page.Form(path).Where(field => field.Key != "steg").Append(KeyValuePair.Create("steg", step)));
        return await HtmlPage.ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    private static async Task JudgeAsync(HttpClient client, int id)
    {
        var path = $"/admin/tjenester/{id}/kriterier";
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
        using var content = new FormUrlEncodedContent(page.Form(path).Concat(Enum.GetNames<ListingCriterion>().Select(name => KeyValuePair.Create("Krav", name))));
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(new Uri(path, UriKind.Relative), content)).StatusCode);
    }
}
