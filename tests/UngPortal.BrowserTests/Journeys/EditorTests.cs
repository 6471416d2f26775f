using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Publishing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>The text editor with its script: tools, saving by itself, preview and pickers.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class EditorTests(BrowserSite site)
{
    [Theory]
    [InlineData("Bold", "et ord her", "ord", "et **ord** her", "ord")]
    [InlineData("Italic", "et ord her", "ord", "et *ord* her", "ord")]
    [InlineData("H2", "Om angst", "angst", "## Om angst", "Om angst")]
    [InlineData("H3", "## Om angst", "angst", "### Om angst", "Om angst")]
    [InlineData("List", "en\nto", "en\nto", "- en\n- to", "")]
    [InlineData("Numbers", "- en\n- to", "en\n- to", "1. en\n2. to", "")]
    [InlineData("Link", "les mer nå", "mer", "les [mer](/artikler/) nå", "/artikler/")]
    [InlineData("Link", "", "", "[lenketekst](/artikler/)", "lenketekst")]
    [InlineData("Quote", "Før.\n\nSagt.", "Sagt.", "Før.\n\n::: sitat\nSagt.\n:::\n", "")]
    [InlineData("FactBox", "Fakta.", "Fakta.", "::: faktaboks Tittel\nFakta.\n:::\n", "Tittel")]
    [InlineData("FactBox", "::: sitat\na\n:::", "::: sitat\na\n:::", ":::: faktaboks Tittel\n::: sitat\na\n:::\n::::\n", "Tittel")]
    [InlineData("Accordion", "Svar.", "Svar.", "::: trekkspill Spørsmål\nSvar.\n:::\n", "Spørsmål")]
    [InlineData("Figure", "Før.", "", "Før.\n\n::: figur navn\n:::\n", "navn")]
    [InlineData("Service", "Ring ", "", "Ring [[tjeneste:navn]]", "navn")]
    public async Task Tool_OnASelection_WritesItsMarksAndSelectsWhatToFillIn(string tool, string text, string part, string expected, string selected)
    {
        await using var visit = await OpenAsync($"verktoy-{tool.ToLowerInvariant()}-{Math.Abs(StringComparer.Ordinal.GetHashCode(text + expected))}");
        await visit.WriteAsync(text, part);

        await visit.Page.ClickAsync($"[data-mark={tool}]");

        Assert.Equal(expected, await visit.TextAsync());
        Assert.Equal(selected.Length > 0 ? selected : await visit.SelectedAsync(), await visit.SelectedAsync());
        await visit.Page.Keyboard.PressAsync("Control+Z");
        Assert.NotEqual(expected, await visit.TextAsync());
    }

    [Theory]
    [InlineData("Control+b", "et **ord** her")]
    [InlineData("Control+i", "et *ord* her")]
    [InlineData("Control+k", "et [ord](/artikler/) her")]
    public async Task Keys_OfWriters_WorkAndAreTakenBack(string key, string expected)
    {
        await using var visit = await OpenAsync($"taster-{key[^1]}");
        await visit.WriteAsync("et ord her", "ord");

        await visit.Page.Keyboard.PressAsync(key);
        Assert.Equal(expected, await visit.TextAsync());

        await visit.Page.Keyboard.PressAsync("Control+z");
        Assert.Equal("et ord her", await visit.TextAsync());
    }

    [Fact]
    public async Task Bold_PressedTwice_IsPlainAgain()
    {
        await using var visit = await OpenAsync("to-ganger");
        await visit.WriteAsync("et ord her", "ord");

        await visit.Page.ClickAsync("[data-mark=Bold]");
        await visit.Page.ClickAsync("[data-mark=Italic]");
        Assert.Equal("et ***ord*** her", await visit.TextAsync());
        await visit.Page.ClickAsync("[data-mark=Italic]");
        await visit.Page.ClickAsync("[data-mark=Bold]");

        Assert.Equal("et ord her", await visit.TextAsync());
    }

    [Fact]
    public async Task Toolbar_ByKeyboard_IsOneStopWithArrowsInside()
    {
        await using var visit = await OpenAsync("verktoylinje");
        var bar = visit.Page.Locator("[role=toolbar]");
        Assert.Equal("Formatering", await bar.GetAttributeAsync("aria-label"));
        Assert.Equal(1, await bar.Locator("button[tabindex='0']").CountAsync());

        await bar.Locator("button").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("Service", await FocusedToolAsync(visit));
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("Italic", await FocusedToolAsync(visit));
        await visit.Page.Keyboard.PressAsync("End");
        await visit.Page.Keyboard.PressAsync("Home");
        Assert.Equal("Bold", await FocusedToolAsync(visit));
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.StartsWith("textarea#Tekst", await visit.FocusAsync(), StringComparison.Ordinal);

        foreach (var button in await bar.Locator("button").AllAsync())
        {
            var box = (await button.BoundingBoxAsync())!;
            Assert.True(box.Width >= 44 && box.Height >= 44, $"{await button.GetAttributeAsync("data-mark")} is {box.Width} × {box.Height}.");
            Assert.NotEmpty((await button.GetAttributeAsync("aria-label"))!);
        }
    }

    [Fact]
    public async Task Writing_SavesItselfAndShowsThePage()
    {
        var id = await site.DraftAsync("skriver", Content());
        await using var visit = await OpenAsync(id);

        await visit.Page.FillAsync(EditorDesk.Field, "## Ny overskrift\n\nRing 22 33 44 55.");

        await Assertions.Expect(visit.Page.Locator("[data-editor-preview] .prose h2")).ToHaveTextAsync("Ny overskrift");
        await Assertions.Expect(visit.Page.Locator("[data-editor-preview] .staff-problems")).ToContainTextAsync("ser ut som et telefonnummer");
        await Assertions.Expect(visit.Page.Locator("[data-editor-status]")).ToContainTextAsync("Lagret kl.");
        Assert.Equal("## Ny overskrift\n\nRing 22 33 44 55.", (await site.StoredAsync(id)).In("nb").Body);
        await visit.Page.ClickAsync("[data-editor-preview] [data-line='3']");
        Assert.Equal("Ring 22 33 44 55.", await visit.SelectedAsync());
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("window.policyViolations"));
    }

    [Fact]
    public async Task Writing_OverAColleague_StopsSavingAndSaysSo()
    {
        var id = await site.DraftAsync("kollisjon", Content());
        await using var first = await OpenAsync(id);
        await using var second = await OpenAsync(id);
        await first.Page.FillAsync(EditorDesk.Field, "Kollegaens ord.");
        await Assertions.Expect(first.Page.Locator("[data-editor-status]")).ToContainTextAsync("Lagret kl.");

        await second.Page.FillAsync(EditorDesk.Field, "Mine ord.");
        await Assertions.Expect(second.Page.Locator("[data-editor-status]")).ToContainTextAsync("En kollega har lagret");
        await second.Page.ClickAsync(".editor__save button[type=submit]");

        await Assertions.Expect(second.Page.Locator("#andres-tekst")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Kollegaens ord"));
        Assert.Equal("Mine ord.", await second.TextAsync());
    }

    [Fact]
    public async Task Step_RightAfterTyping_SendsWhatWasTyped()
    {
        var id = await site.DraftAsync("steg", Content());
        await using var visit = await OpenAsync(id);

        await visit.Page.FillAsync(EditorDesk.Field, "Skrevet i siste liten.");
        await visit.Page.ClickAsync("button[name=Steg][value=Submit]");
        await visit.ArriveAsync($"**/admin/innhold/{id}*gjort=1");

        Assert.Equal("Skrevet i siste liten.", (await site.StoredAsync(id)).In("nb").Body);
    }

    [Fact]
    public async Task Picker_FindsWhileTypingAndKeepsTheFocus()
    {
        var id = await site.DraftAsync("velger", Content());
        await using var visit = await OpenAsync(id);
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");

        await visit.Page.Locator("#RelatertSok").PressSequentiallyAsync("alarm");
        await visit.Page.ClickAsync("#relatert input[type=checkbox]");

        await Assertions.Expect(visit.Page.Locator("#relatert .staff-picked li")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("[data-editor-status]")).ToContainTextAsync("Lagret kl.");
        Assert.Equal(["angst-nar-kroppen-slar-alarm"], (await site.StoredAsync(id)).Related);
        await visit.Page.ClickAsync("#relatert button[value^='fjern:']");
        await Assertions.Expect(visit.Page.Locator("#relatert .staff-picked")).ToHaveCountAsync(0);
        Assert.StartsWith("input#RelatertSok", await visit.FocusAsync(), StringComparison.Ordinal);

        await visit.Page.FillAsync("#tjenestefilter", "113");
        Assert.Equal(1, await visit.Page.Locator(".staff-services li:visible").CountAsync());
        await visit.WriteAsync("Ring ");
        await visit.Page.ClickAsync(".staff-services [data-insert]:visible");
        Assert.Equal("Ring [[tjeneste:113-medisinsk-nodnummer]]", await visit.TextAsync());
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("window.policyViolations"));
    }

    [Fact]
    public async Task Counts_NearTheLimit_AreSaidAloud()
    {
        await using var visit = await OpenAsync("teller");
        var heard = visit.Page.Locator("#Tittel ~ [role=status]");

        await visit.Page.FillAsync("#Tittel", new string('a', 20));
        await Assertions.Expect(visit.Page.Locator("#Tittel ~ .editor__count")).ToHaveTextAsync("20 av 80 tegn");
        await visit.Page.FillAsync("#Tittel", new string('a', 75));
        await Assertions.Expect(heard).ToHaveTextAsync("75 av 80 tegn");
        await visit.Page.FillAsync("#Tittel", new string('a', 83));
        await Assertions.Expect(heard).ToHaveTextAsync("3 tegn for mye");
        await visit.Page.FillAsync("#Tittel", "kort");
        await Assertions.Expect(heard).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Editor_WithoutJavaScript_HasNoDeadButtons()
    {
        var id = await site.DraftAsync("uten-skript", Content());
        await using var visit = await site.VisitAsync(360, 740, javaScript: false);
        await visit.SignInAsync(site);
        await visit.OpenAsync($"/admin/innhold/{id}");

        Assert.False(await visit.Page.IsVisibleAsync("[role=toolbar]"));
        Assert.Equal(0, await visit.Page.Locator("[data-insert]:visible").CountAsync());
        await visit.Page.FillAsync(EditorDesk.Field, "Skrevet uten skript.");
        await visit.Page.ClickAsync(".editor__save button[formaction$='Preview']");
        await Assertions.Expect(visit.Page.Locator("[data-editor-preview] .prose")).ToContainTextAsync("Skrevet uten skript.");
        await visit.Page.FocusAsync("#Tittel");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArriveAsync("**lagret=1");
    }

    [Fact]
    public async Task Layout_OnAWideScreen_HasThePreviewBesideAndInSight()
    {
        await using var visit = await OpenAsync("bredde", 1280);
        await Assertions.Expect(visit.Page.Locator("[data-editor-preview] h2").First).ToBeVisibleAsync();
        await visit.Page.Locator("#Notat").ScrollIntoViewIfNeededAsync();

        var form = (await visit.Page.Locator(".editor__form").BoundingBoxAsync())!;
        var preview = (await visit.Page.Locator("[data-editor-preview]").BoundingBoxAsync())!;

        Assert.True(preview.X >= form.X + form.Width, "The preview stands beside the form.");
        Assert.True(preview.Y >= 0 && preview.Y + preview.Height <= 901, $"The preview stays in sight, from {preview.Y} to {preview.Y + preview.Height}.");
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Editor_WithEverythingOpen_HasNoAccessibilityFaults(int width, ColorScheme scheme)
    {
        var id = await site.DraftAsync($"tilgjengelig-{width}-{scheme.ToString().ToLowerInvariant()}", Content() with { Topics = [] });
        await using var visit = await OpenAsync(id, width, scheme);
        await Assertions.Expect(visit.Page.Locator("[data-editor-preview] h2").First).ToBeVisibleAsync();
        await visit.Page.FillAsync(EditorDesk.Field, "Ring 22 33 44 55.\n\n::: faktaboks Fakta\nEn boks.\n:::");
        await Assertions.Expect(visit.Page.Locator("[data-editor-preview] .staff-problems")).ToContainTextAsync("telefonnummer");
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(one => one.open = true)");

        await Axe.AddAsync(visit.Page);
        Faults.None([.. await Axe.ViolationsAsync(visit.Page), .. await ReflowProbe.CutOffAsync(visit.Page)]);
    }

    private static DraftContent Content() => new DraftContent
    {
        Topics = ["psykisk-helse"],
        AgeBands = ["13-15"],
        Sources = [new("Psykisk helse", "Helsenorge", "https://www.helsenorge.no/psykisk-helse/")],
    }.With("nb", new DraftContent.Text("En prøve", "En ingress.", "Dette er en tekst. Den er kort."));

    private static Task<string> FocusedToolAsync(Visit visit) => visit.Page.EvaluateAsync<string>("() => document.activeElement.dataset.mark");

    private async Task<Visit> OpenAsync(string slug, int width = 1280) => await OpenAsync(await site.DraftAsync(slug, Content()), width);

    private async Task<Visit> OpenAsync(int id, int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var visit = await site.VisitAsync(width, 900, scheme: scheme, watchesPolicy: true);
        await visit.SignInAsync(site);
        await visit.OpenAsync($"/admin/innhold/{id}");
        return visit;
    }
}
