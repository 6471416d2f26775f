using System.Net;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Organisations;

public sealed class OrganisationPageTests : IDisposable
{
    private const string Number = "974761076";
    private readonly PortalApp _app = new();

    [Fact]
    public async Task New_FilledInRightly_IsKeptAndWrittenDown()
    {
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);

        var answer = await AddAsync(manager, "Ærlig Ungdom", "NO 974 761 076 MVA");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var record = await GetAsync(manager, answer.Response.Headers.Location!.ToString());
        Assert.Equal("Ærlig Ungdom", record.TextOf("h1"));
        Assert.Equal("Lagret.", record.TextOf(".flash"));
        Assert.True(record.Document.QuerySelector("#Roller-Editor")!.HasAttribute("checked"));
        Assert.Equal(["organisation-added Ærlig Ungdom"], await _app.AuditOfAsync($"organisation:{Number}"));
    }

    [Fact]
    public async Task New_FilledInWrongly_ComesBackWithTheTextAndTheReasons()
    {
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);

        var answer = await manager.FillInAsync(
            "/admin/organisasjoner/ny", null, ("Nummer", "974761077"), ("Navn", new string('x', 121)), ("Epost", "ikke en adresse"), ("Telefon", "ring meg"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("974761077", answer.Document.QuerySelector("#Nummer")!.GetAttribute("value"));
        Assert.Equal("ikke en adresse", answer.Document.QuerySelector("#Epost")!.GetAttribute("value"));
        Assert.All(new[] { "Nummer", "Navn", "Sektor", "Kontakt", "Epost", "Telefon" }, field => Assert.NotEmpty(answer.TextOf($"#{field}-feil")));
        Assert.All(answer.TextsOf(".error-summary li"), text => Assert.DoesNotContain("Org_", text, StringComparison.Ordinal));
        Assert.Empty(await _app.AuditOfAsync($"organisation:{Number}"));
    }

    [Fact]
    public async Task New_WithANumberThatIsHere_IsRefused()
    {
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        await AddAsync(manager, "Først", Number);

        var answer = await AddAsync(manager, "Sist", "974 761 076");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("her fra før", answer.TextOf("#Nummer-feil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_EditedByTwo_ShowsBothAndLosesNothing()
    {
        using var first = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        using var second = await _app.SignInAsAsync(StaffRole.PlatformAdmin);
        var path = (await AddAsync(first, "Gammelt navn", Number)).Response.Headers.Location!.ToString().Split('?')[0];
        var opened = (await GetAsync(second, path)).Form(path);

        Assert.Equal(HttpStatusCode.Redirect, (await first.FillInAsync(path, null, ("Navn", "Den førstes navn"))).Status);
        var conflict = await PostAsync(second, path, opened, ("Navn", "Den andres navn"));

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Den førstes navn", conflict.TextOf("#deres"), StringComparison.Ordinal);
        Assert.Equal("Den andres navn", conflict.Document.QuerySelector("#Navn")!.GetAttribute("value"));
        Assert.Equal("Den førstes navn", (await GetAsync(first, path)).TextOf("h1"));

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(second, path, conflict.Form(path))).Status);
        Assert.Equal("Den andres navn", (await GetAsync(first, path)).TextOf("h1"));
        Assert.Equal(2, (await _app.AuditOfAsync($"organisation:{Number}")).Count(line => line.StartsWith("organisation-changed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Record_PostedWithFieldsOfTheEntity_KeepsItsNumber()
    {
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        var path = (await AddAsync(manager, "Navn", Number)).Response.Headers.Location!.ToString().Split('?')[0];

        await manager.FillInAsync(path, null, ("Number", "999999999"), ("Nummer", "999999999"), ("id", "1"), ("Id", "1"), ("Version", "7"));

        Assert.Contains(Number, (await GetAsync(manager, path)).TextOf("dl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ByNameSectorAndAgreement_FindsThoseAndNoOthers()
    {
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        await AddAsync(manager, "Ærlig Ungdom", Number);

        async Task<IReadOnlyList<string>> FoundAsync(string query) => (await GetAsync(manager, "/admin/organisasjoner" + query)).TextsOf("tbody th");

        Assert.Equal(["Prøvehuset 999999999", "Ærlig Ungdom"], (await FoundAsync("")).Order(StringComparer.Ordinal));
        Assert.Equal(["Ærlig Ungdom"], await FoundAsync("?q=%C3%86RLIG"));
        Assert.Equal(["Ærlig Ungdom"], await FoundAsync("?q=974+761"));
        Assert.Equal(["Ærlig Ungdom"], await FoundAsync("?sektor=County"));
        Assert.Equal(["Ærlig Ungdom"], await FoundAsync("?avtale=mangler"));
        Assert.Equal(["Prøvehuset 999999999"], await FoundAsync("?avtale=gjelder"));
        Assert.Empty(await FoundAsync("?avtale=snart"));
        _app.Clock.Advance(TimeSpan.FromDays(330));
        using var later = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        Assert.Equal(["Prøvehuset 999999999"], (await GetAsync(later, "/admin/organisasjoner?avtale=snart")).TextsOf("tbody th"));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(later, "/admin/organisasjoner?side=9")).Status);
    }

    [Fact]
    public async Task Agreements_AddedAndEnded_OpenAndCloseTheDoor()
    {
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        var path = (await AddAsync(manager, "Ærlig Ungdom", Number)).Response.Headers.Location!.ToString().Split('?')[0] + "/avtaler";
        using var editor = await _app.SignInAsAsync(StaffRole.OrganisationAdmin, Number);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(editor, "/admin/folk")).Status);

        var added = await manager.FillInAsync(path, null, ("Fra", "2026-11-01"), ("Til", "2027-10-31"), ("Referanse", "2026/17"), ("Folk", "5"));
        Assert.Equal(HttpStatusCode.Redirect, added.Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(editor, "/admin/folk")).Status);

        var ended = await manager.FillInAsync(path, path + "?handler=End", ("dag", "2026-11-22"));
        Assert.Equal(HttpStatusCode.Redirect, ended.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(editor, "/admin/folk")).Status);
        Assert.Equal(
            ["organisation-added Ærlig Ungdom", "agreement-added 2026/17: 2026-11-01/2027-10-31", "agreement-ended 2026/17: 2026-11-01/2026-11-22"],
            await _app.AuditOfAsync($"organisation:{Number}"));
    }

    [Theory]
    [InlineData("2026-11-01", "2026-10-31", "R", "", "Til")]
    [InlineData("i går", "2026-12-01", "R", "", "Fra")]
    [InlineData("2026-12-01", "2026-12-24", "", "", "Referanse")]
    [InlineData("2026-12-01", "2026-12-24", "R", "mange", "Folk")]
    [InlineData("2026-12-01", "2026-12-24", "R", "0", "Folk")]
    [InlineData("2027-11-01", "2028-12-24", "R", "", "Fra")]
    public async Task Agreements_FilledInWrongly_ComeBackWithTheText(string from, string to, string reference, string people, string wrong)
    {
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        var path = $"/admin/organisasjoner/{await _app.HouseIdAsync(StaffVisits.OwnHouse)}/avtaler";

        var answer = await manager.FillInAsync(path, null, ("Fra", from), ("Til", to), ("Referanse", reference), ("Folk", people));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.TextOf($"#{wrong}-feil"));
        Assert.Equal(from, answer.Document.QuerySelector("#Fra")!.GetAttribute("value"));
        Assert.Equal(people, answer.Document.QuerySelector("#Folk")!.GetAttribute("value") ?? "");
    }

    public void Dispose() => _app.Dispose();

    private static Task<HtmlPage> AddAsync(HttpClient client, string name, string number) => client.FillInAsync(
        "/admin/organisasjoner/ny", null, ("Nummer", number), ("Navn", name), ("Sektor", "County"), ("Kontakt", "Kari Prøve"), ("Epost", "kari@prove.invalid"), ("Roller", "Editor"));

    private static async Task<HtmlPage> GetAsync(HttpClient client, string path) => await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    private static async Task<HtmlPage> PostAsync(HttpClient client, string path, Dictionary<string, string> form, params (string Name, string Value)[] changes)
    {
        foreach (var (name, value) in changes)
        {
            form[name] = value;
        }

        using var content = new FormUrlEncodedContent(form);
        return await HtmlPage.ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }
}
