using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Checking;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.Services;

/// <summary>Who answers for services, by the name they say themselves. Source: product/services.md, "Listing criteria".</summary>
public sealed class RunByTests : IDisposable
{
    private const string Section = "section[aria-labelledby=hvem-star-bak]";
    private const string Body = "Stiftelsen Prøve & Søsken";
    private readonly PortalApp _app = new PortalApp().WithoutWorkers();

    [Fact]
    public async Task RunBy_Told_IsShownInEveryLanguage_AndStandsInTheHistory()
    {
        var (id, slug) = await _app.ServiceAsync();
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        var sent = await editor.FillInAsync(FormOf(id), null, ("Organisasjon", $"  Stiftelsen Prøve\t& Søsken "));
        await _app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal("Hvem som står bak " + Body, (await _app.GetPageAsync($"/tjenester/{slug}")).TextOf(Section));
        Assert.Equal("Kven som står bak " + Body, (await _app.GetPageAsync($"/nn/tjenester/{slug}")).TextOf(Section));
        Assert.Equal("Who is behind it " + Body, (await _app.GetPageAsync($"/en/tjenester/{slug}")).TextOf(Section));
        Assert.Equal(Body, (await editor.OpenAsync(FormOf(id))).Document.QuerySelector("#Organisasjon")!.GetAttribute("value"));
        Assert.Equal([$"service-facts runBy: – → {Body}"], await _app.AuditOfAsync($"service:{slug}"));

        await editor.FillInAsync(FormOf(id), null, ("Organisasjon", " "));
        await _app.DeliverOutboxAsync();
        Assert.Null((await _app.GetPageAsync($"/tjenester/{slug}")).Document.QuerySelector(Section));
        Assert.Null(await _app.InDatabaseAsync(db => db.Services.Where(service => service.Id == id).Select(service => service.RunBy).SingleAsync()));
    }

    [Fact]
    public async Task RunBy_ThatNobodyHasTold_IsUnknown() => Assert.Null((await _app.GetPageAsync("/tjenester/112-politi")).Document.QuerySelector(Section));

    [Fact]
    public async Task RunBy_ThatIsTooLong_IsRefusedInWords_AndKept()
    {
        var (id, slug) = await _app.ServiceAsync();
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var text = new string('a', Service.RunByMaxLength + 1);

        var page = await editor.FillInAsync(FormOf(id), null, ("Organisasjon", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["Forkort navnet på organisasjonen til 200 tegn."], page.TextsOf(".error-summary li"));
        Assert.Equal(text, page.Document.QuerySelector("#Organisasjon")!.GetAttribute("value"));
        Assert.Empty(await _app.AuditOfAsync($"service:{slug}"));
    }

    [Fact]
    public async Task TheForm_AsksForNoPersonsName()
    {
        var (id, _) = await _app.ServiceAsync();
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        Assert.Contains("Skriv aldri navn på personer.", (await editor.OpenAsync(FormOf(id))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunBy_IsHeldUpToWhoeverConfirms()
    {
        var (id, _) = await _app.ServiceAsync();
        await _app.InDatabaseAsync(async db =>
        {
            var service = await db.Services.Include(one => one.Channels).SingleAsync(one => one.Id == id);
            service.Edit(service.Facts() with { RunBy = Body }, db.Time.GetUtcNow().UtcDateTime);
            service.NameAssurer("kari@prove.invalid");
            return await db.SaveChangesAsync();
        });
        _app.Clock.Advance(TimeSpan.FromDays(90));
        await _app.RunAsync<AssuranceRound>();
        var mail = await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().SingleAsync(one => one.Recipient == "kari@prove.invalid"));
        var text = ((MailText)_app.Services.GetService(typeof(MailText))!).Read(mail);
        var path = text[text.IndexOf("/bekreft/", StringComparison.Ordinal)..].Split([' ', '\r', '\n'])[0];

        Assert.Contains("Hvem som står bak: " + Body, (await _app.GetPageAsync(path)).TextsOf("section[aria-labelledby=hva] p"));
    }

    public void Dispose() => _app.Dispose();

    private static string FormOf(int id) => $"/admin/tjenester/{id}/opplysninger";
}
