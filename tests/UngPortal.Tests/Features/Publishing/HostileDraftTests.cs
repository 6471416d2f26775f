using System.Net;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>What no editor would write, in every field: kept as far as it is text, and never more than text.</summary>
public sealed class HostileDraftTests : IDisposable
{
    private const string Script = "<script>window.xss=1</script><img src=x onerror=\"window.xss=1\"><a href='javascript:alert(1)'>x</a>\"'>";

    private static readonly string[] TextFields = ["Tittel", "Ingress", "Tekst", "Notat", "Opphav", "Lisens"];

    private readonly PortalApp _app = new();

    public static TheoryData<string> Texts => new(
        "👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
        "שלום עולם مرحبا",
        "Æ ø å é ﷽ 日本語",
        "{{ 7 * 7 }} ${7*7} @Model %00 %2e%2e");

    [Fact]
    public async Task Html_InEveryField_IsTextOnEveryPage()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, Script + "\n\n[a](javascript:alert(1)) <javascript:alert(1)> ![b](javascript:alert(1)) [c](data:text/html,x) [d](//evil.example)", [.. TextFields.Where(field => field != "Tekst").Select(field => (field, Script[..70])), ("RelatertSok", Script)]);
        await author.SendAsync($"/admin/innhold/{id}", $"/admin/innhold/{id}/kommentar", ("Kommentar", Script), ("Gjelder", Script));
        await author.WriteAsync(id, "En gang til.", ("Tittel", Script[..70]), ("Ingress", Script));

        var draft = await _app.DraftAsync(id);
        Assert.Equal(3, draft.LatestRevision);
        foreach (var page in new[]
        {
            await author.PageAsync($"/admin/innhold/{id}"),
            await author.PageAsync($"/admin/innhold/{id}?sprak=nn"),
            await author.PageAsync($"/admin/innhold/{id}/historikk?fra=1&til=3"),
            await author.PageAsync("/admin/innhold"),
            await author.PageAsync("/admin"),
            await author.SendAsync($"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Tittel", Script + Script), ("Kilder", Script), ("Illustrasjon", Script), ("Relatert", Script.Replace('\n', ' ')), ("Tjenester", Script), ("Tema", Script), ("Alder", Script), ("Sprak", "nb")),
            await author.SendAsync(await author.PageAsync($"/admin/innhold/{id}"), $"/admin/innhold/{id}", $"/admin/innhold/{id}/forhandsvisning", ("Tekst", Script), ("Illustrasjon", Script), ("Relatert", Script), ("Kilder", $"{Script} | x | https://example.org/\"><script>")),
            await author.SendAsync(await author.PageAsync($"/admin/innhold/{id}"), $"/admin/innhold/{id}", $"/admin/innhold/{id}?handler=Choose", ("RelatertSok", Script), ("IllustrasjonSok", Script), ("Valg", Script), ("Relatert", Script)),
        })
        {
            Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), main img[src=x], [onerror], a[href^='javascript:' i], a[href^='data:' i], a[href^='//']").Select(element => element.OuterHtml));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Words_OfEveryScript_AreKeptInEveryField(string text)
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        await author.WriteAsync(id, text, [.. TextFields.Where(field => field != "Tekst").Select(field => (field, text))]);

        var page = await author.PageAsync($"/admin/innhold/{id}");
        Assert.Equal(text, page.Document.QuerySelector("#Tittel")!.GetAttribute("value"));
        Assert.Equal(text, page.TextOf("#Ingress"));
        Assert.Equal(text, page.TextOf("#Tekst"));
        Assert.Equal(text, page.Document.QuerySelector("#Opphav")!.GetAttribute("value"));
        Assert.Equal(text, page.TextOf("h1"));
    }

    [Fact]
    public async Task ControlCharacters_AreLeftOut()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var answer = await author.WriteAsync(id, "AB\u0007C\u202Egnp.exe\r\nD", ("Tittel", "Ti\u202Ett\nel"), ("Kilder", "A\u0001 | B | https://www.helsenorge.no/a"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var content = (await _app.DraftAsync(id)).Content;
        Assert.Equal("ABCgnp.exe\nD", content.In("nb").Body);
        Assert.Equal("Titt el", content.In("nb").Title);
        Assert.Equal("A", Assert.Single(content.Sources).Title);
    }

    /// <summary>The framework's reader of ordinary forms refuses the character; the one of what the script sends doesn't.</summary>
    [Fact]
    public async Task Nul_IsNeverStored()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var page = await author.PageAsync($"/admin/innhold/{id}");

        Assert.Equal(HttpStatusCode.BadRequest, (await author.SendAsync(page, $"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Tekst", "A\0B"))).Status);
        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in PublishingDesk.Fields(page, $"/admin/innhold/{id}"))
        {
            parts.Add(new StringContent(name == "Tekst" ? "A\0B" : value), name);
        }

        using var saved = await author.PostAsync(new Uri($"/admin/innhold/{id}/autolagring", UriKind.Relative), parts);

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal("AB", (await _app.DraftAsync(id)).Content.In("nb").Body);
    }

    [Fact]
    public async Task AVeryLongLine_IsKeptAndPreviewed()
    {
        var line = string.Concat(Enumerable.Repeat("ordet ", 3_333));
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        await author.WriteAsync(id, $"{line}\n\n{line.Replace(' ', 'x')}");
        var preview = await author.SendAsync(await author.PageAsync($"/admin/innhold/{id}"), $"/admin/innhold/{id}", $"/admin/innhold/{id}/forhandsvisning");

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("3334 ord", preview.TextOf(".staff-lix").Replace("\u00A0", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, (await _app.DraftAsync(id)).Content.In("nb").Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task ATextOverTheLimit_IsRefusedAndStaysInTheForm()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var page = await author.WriteAsync(id, new string('a', 40_001));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(40_001, page.TextOf("#Tekst").Length);
        Assert.Contains("for lang", page.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();
}
