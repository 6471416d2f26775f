using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Snippets;

/// <summary>Editors keep the text blocks that answers begin with. Source: product/questions.md, "Answer editor".</summary>
public sealed class SnippetPageTests : IDisposable
{
    private const string Path = "/admin/sporsmal/tekstbiter";
    private const string Words = "Det er **helt vanlig** å lure på dette.";

    private static readonly (string Name, string? Value)[] Good =
    [
        ("Rolle", DeskRows.Nurse), ("Sprak", "nb"), ("Del", "Kort"), ("Tittel", "Helt vanlig"), ("Tekst", Words), ("Til", "2027-11-01"),
    ];

    private readonly PortalApp _app = new();

    [Theory]
    [InlineData(StaffRole.Editor)]
    [InlineData(StaffRole.ChiefEditor)]
    public async Task Add_ATextBlock_IsOfferedWhereItBelongs_AndWrittenDown(StaffRole role)
    {
        using var editor = await _app.SignInAsAsync(role);

        var answer = await editor.FillInAsync(Path + "/ny", null, [.. Good, ("Steg", "lagre")]);

        Assert.Equal((HttpStatusCode.Found, $"{Path}?gjort=lagret"), (answer.Status, answer.Response.Headers.Location!.OriginalString));
        Assert.Equal([$"snippet-added {DeskRows.Nurse} nb Kort 2027-11-01: Helt vanlig"], await _app.AuditOfAsync("snippet"));
        Assert.Contains(Words, await OfferedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rolle", "konge", "Rolle")]
    [InlineData("Sprak", "de", "Sprak")]
    [InlineData("Del", "", "Del")]
    [InlineData("Tittel", " ", "Tittel")]
    [InlineData("Tekst", "", "Tekst")]
    [InlineData("Tekst", "Ring 22 22 22 22 nå.", "Tekst")]
    [InlineData("Tekst", "Skriv til kari@eksempel.no om det.", "Tekst")]
    [InlineData("Tekst", "Hun heter Kari Nordmann.", "Tekst")]
    [InlineData("Tekst", "# En <b>overskrift</b>", "Tekst")]
    [InlineData("Til", "2026-11-01", "Til")]
    [InlineData("Til", "2028-12-24", "Til")]
    [InlineData("Til", "i morgen", "Til")]
    public async Task Add_WhatCannotBe_IsRefused_AndKeepsWhatWasWritten(string field, string value, string told)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var before = await CountAsync();

        var answer = await editor.FillInAsync(Path + "/ny", null, [.. Good.Where(one => one.Name != field), (field, value), ("Steg", "lagre")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.TextOf($"#{told}-feil"));
        Assert.Contains("vanlig", answer.Form(Path + "/ny")[field == "Tekst" ? "Tittel" : "Tekst"], StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Look_ShowsHowItBecomes_AndSavesNothing()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var before = await CountAsync();

        var page = await editor.FillInAsync(Path + "/ny", null, [.. Good, ("Steg", "se")]);

        Assert.Equal((HttpStatusCode.OK, "helt vanlig"), (page.Status, page.TextOf(".answer strong")));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Add_ASecondOfTheSameTitle_IsRefused()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        await editor.FillInAsync(Path + "/ny", null, [.. Good, ("Steg", "lagre")]);

        var second = await editor.FillInAsync(Path + "/ny", null, [.. Good, ("Steg", "lagre")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("denne tittelen", second.TextOf("#Tittel-feil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renew_WhatExpired_IsOfferedAgain_AndWhatIsTakenOutIsNot()
    {
        var id = await _app.SnippetAsync(Words, days: -1, title: "Gammel");
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var over = await OfferedAsync();

        await editor.FillInAsync($"{Path}/{id}", null, ("Til", "2027-11-01"), ("Steg", "lagre"));
        var renewed = await OfferedAsync();
        await editor.FillInAsync($"{Path}/{id}", null, ("Steg", "ut"));
        var gone = await OfferedAsync();
        var page = await editor.PageAsync($"{Path}/{id}");
        await editor.FillInAsync($"{Path}/{id}", null, ("Steg", "lagre"));

        Assert.Equal((false, true, false, true), (over.Contains(Words, StringComparison.Ordinal), renewed.Contains(Words, StringComparison.Ordinal), gone.Contains(Words, StringComparison.Ordinal), (await OfferedAsync()).Contains(Words, StringComparison.Ordinal)));
        Assert.Contains("Denne er tatt ut", page.Text, StringComparison.Ordinal);
        Assert.Equal(["snippet-changed", "snippet-retired", "snippet-changed"], (await _app.AuditOfAsync("snippet")).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task List_ShowsTheSoonestFirst_AndOnlyWhatIsAskedFor()
    {
        var (late, soon, english) = (await _app.SnippetAsync(title: "Senest", days: 600, role: "lege"), await _app.SnippetAsync(title: "Snart", days: 10, role: "lege"), await _app.SnippetAsync(title: "English", days: 5, role: "lege", language: "en"));
        var (over, taken) = (await _app.SnippetAsync(title: "Over", days: -3, role: "lege", section: SnippetSection.Gjor), await _app.SnippetAsync(title: "Ute", days: 1, role: "lege"));
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        await editor.FillInAsync($"{Path}/{taken}", null, ("Steg", "ut"));

        async Task<int[]> OrderAsync(string query) =>
            [.. (await editor.PageAsync($"{Path}?Rolle=lege{query}")).Document.QuerySelectorAll(".staff-list a").Select(link => int.Parse(link.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)).Where(id => new[] { late, soon, english, over, taken }.Contains(id))];

        Assert.Equal([over, english, soon, late, taken], await OrderAsync(""));
        Assert.Equal([english], await OrderAsync("&Sprak=en"));
        Assert.Equal([over], await OrderAsync("&Del=Gjor"));
        Assert.Equal([over], await OrderAsync("&Utgatt=true"));
        Assert.Empty(await OrderAsync("&Rolle=&Sprak=zz"));
    }

    [Theory]
    [InlineData("lagre")]
    [InlineData("ut")]
    public async Task Change_OfWhatAColleagueChanged_SaysSo_AndLosesNothing(string step)
    {
        var page = $"{Path}/{await _app.SnippetAsync(Words)}";
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var fields = new Dictionary<string, string>((await editor.PageAsync(page)).Form(page)) { ["Tekst"] = "Det jeg skrev.", ["Steg"] = step };
        await editor.FillInAsync(page, null, ("Tekst", "Det kollegaen skrev."), ("Steg", "lagre"));

        var answer = await editor.PostFormAsync(page, fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("kollega", answer.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Det jeg skrev.", answer.Form(page)["Tekst"]);
        Assert.Equal("Det kollegaen skrev.", await _app.InDatabaseAsync(db => db.Snippets.Where(snippet => snippet.ChangedAt != null).Select(snippet => snippet.Text).SingleAsync()));
    }

    public void Dispose() => _app.Dispose();

    private Task<int> CountAsync() => _app.InDatabaseAsync(db => db.Snippets.CountAsync());

    /// <summary>What an expert with a question in hand is offered.</summary>
    private async Task<string> OfferedAsync()
    {
        var person = await _app.ExpertAsync();
        var id = await _app.ClaimedAsync(person);
        using var expert = await _app.SignInAsync(person);
        var page = await expert.PageAsync($"/admin/sporsmal/{id}");
        return string.Join('\n', page.TextsOf("dd"));
    }
}
