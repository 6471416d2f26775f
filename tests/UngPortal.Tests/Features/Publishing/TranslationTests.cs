using System.Net;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>Writing nynorsk and English from bokmål, and knowing when the bokmål text has moved on.</summary>
public sealed class TranslationTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Translate_WithBokmalBeside_ShowsItReadOnlyInItsLanguage()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, "Teksten på bokmål.");

        var source = (await author.PageAsync($"/admin/innhold/{id}?sprak=nn")).Document.QuerySelector(".staff-source [lang=nb]")!;

        Assert.Contains("Teksten på bokmål.", source.TextContent, StringComparison.Ordinal);
        Assert.Null(source.QuerySelector("input, textarea"));
        Assert.Null((await author.PageAsync($"/admin/innhold/{id}")).Document.QuerySelector(".staff-source"));
    }

    [Fact]
    public async Task Translate_AfterBokmalWasOnlySavedByItself_IsUpToDate()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.SendAsync(await author.PageAsync($"/admin/innhold/{id}"), $"/admin/innhold/{id}", $"/admin/innhold/{id}/autolagring", ("Tekst", "Uten utgave."));

        await TranslateAsync(author, id, "Utan utgåve.");
        await TranslateAsync(author, id, "Utan utgåve, ein gong til.");

        Assert.Null((await author.PageAsync($"/admin/innhold/{id}?sprak=nn")).Document.QuerySelector(".staff-note a[href*=historikk]"));
    }

    [Fact]
    public async Task Stale_WhenBokmalChanged_UntilItIsTicked()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, "Den første.");
        await TranslateAsync(author, id, "Den første.");
        await author.WriteAsync(id, "Den andre.");

        var stale = await author.PageAsync($"/admin/innhold/{id}?sprak=nn");
        var link = stale.Document.QuerySelector(".staff-note a[href*=historikk]")!.GetAttribute("href")!;
        var difference = await author.PageAsync(link);
        Assert.Equal(["første", "andre"], [difference.TextOf("del"), difference.TextOf("ins")]);

        await TranslateAsync(author, id, "Enno den første.");
        Assert.NotNull((await author.PageAsync($"/admin/innhold/{id}?sprak=nn")).Document.QuerySelector("input[name=Ajour]"));

        await TranslateAsync(author, id, "Den andre.", ("Ajour", "true"));
        Assert.Null((await author.PageAsync($"/admin/innhold/{id}?sprak=nn")).Document.QuerySelector("input[name=Ajour]"));
    }

    [Fact]
    public async Task Remove_ALanguage_AsksFirstAndKeepsItInTheHistory()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id);
        await TranslateAsync(author, id, "Teksten på nynorsk.");
        var address = (await author.PageAsync($"/admin/innhold/{id}?sprak=nn")).Links.Single(link => link.Contains("fjern-sprak", StringComparison.Ordinal));

        Assert.Contains("historikken", (await author.PageAsync(address)).TextOf("main"), StringComparison.Ordinal);
        Assert.True((await _app.DraftAsync(id)).Content.Texts.ContainsKey("nn"));
        var answer = await author.SendAsync(address, $"/admin/innhold/{id}/fjern-sprak");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var draft = await _app.DraftAsync(id);
        Assert.Equal(["nb"], draft.Content.Texts.Keys);
        Assert.Contains(draft.Revisions, revision => revision.Content.In("nn").Body == "Teksten på nynorsk.");
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("en")]
    [InlineData("xx")]
    public async Task Remove_BokmalOrWhatIsNotThere_Is404(string language)
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await author.PageAsync($"/admin/innhold/{id}/fjern-sprak?sprak={language}")).Status);
    }

    [Fact]
    public async Task Remove_AfterAColleagueSaved_IsRefused()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var colleague = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await TranslateAsync(author, id, "Teksten på nynorsk.");
        var stale = await author.PageAsync($"/admin/innhold/{id}/fjern-sprak?sprak=nn");
        await TranslateAsync(colleague, id, "Ein betre tekst.");

        var answer = await author.SendAsync(stale, $"/admin/innhold/{id}/fjern-sprak", $"/admin/innhold/{id}/fjern-sprak");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Ein betre tekst.", (await _app.DraftAsync(id)).Content.In("nn").Body);
    }

    [Fact]
    public async Task Remove_WhileOthersRead_IsRefused()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id);
        await TranslateAsync(author, id, "Teksten på nynorsk.", ("Ingress", "Ein ingress."));
        Assert.Equal(HttpStatusCode.Redirect, (await author.StepAsync(id, DraftStep.Submit)).Status);

        var answer = await author.SendAsync($"/admin/innhold/{id}/fjern-sprak?sprak=nn", $"/admin/innhold/{id}/fjern-sprak");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("kan ikke endres nå", answer.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private static Task<HtmlPage> TranslateAsync(HttpClient client, int id, string body, params (string Name, string Value)[] more) =>
        client.SendAsync($"/admin/innhold/{id}?sprak=nn", $"/admin/innhold/{id}", [("Tittel", "Ein heilt ny artikkel"), ("Tekst", body), .. more]);
}
