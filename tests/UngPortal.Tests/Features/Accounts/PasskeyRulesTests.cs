using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Accounts.Passkeys;
using UngPortal.Testing;
using static UngPortal.Tests.Features.Accounts.PasskeyVisits;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>What passkeys may not do: go as the last factor, sign for whoever holds them, open for the disabled.</summary>
public sealed class PasskeyRulesTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task V6_3_3_Delete_TheLastSecondFactor_IsRefusedAndSaidSo()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        await _app.InDatabaseAsync(db => db.Staff.Where(member => member.Id == person.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.ProtectedTotpSecret, (string?)null)));
        using var client = await _app.SignInAsync(person.Id);
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(Keys, UriKind.Relative)));
        var id = page.Document.QuerySelector("button[name=nokkel]")!.GetAttribute("value")!;

        var refused = await client.SubmitAsync(page, $"{Keys}?handler=Delete", new() { ["nokkel"] = id });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Sett opp appen først", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Single(refused.TextsOf("button[name=nokkel]"));
        using var visitor = _app.CreateVisitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.SignInWithAsync(key)).Status);
    }

    [Fact]
    public async Task V6_7_2_SignIn_WithoutUserVerification_IsRefused()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        key.StopVerifying();
        using var client = _app.CreateVisitor();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SignInWithAsync(key)).Status);
        Assert.Equal(HttpStatusCode.Redirect, await client.HomeAsync());
    }

    [Fact]
    public async Task SignIn_WithTheSamePasskey_WorksDayAfterDay()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        for (var day = 0; day < 3; day++)
        {
            using var client = _app.CreateVisitor();
            Assert.Equal((day, HttpStatusCode.OK), (day, (await client.SignInWithAsync(key)).Status));
        }
    }

    [Fact]
    public async Task V6_3_8_SignIn_WithADisabledPersonsPasskey_AnswersAsWithAnUnknownOne()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        using var unknown = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Staff.FirstAsync(member => member.Id == person.Id)).Disable(db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        using var first = _app.CreateVisitor();
        using var second = _app.CreateVisitor();

        var (closed, foreign) = (await first.SignInWithAsync(key), await second.SignInWithAsync(unknown));

        Assert.Equal((HttpStatusCode.Unauthorized, "{}"), (closed.Status, closed.Text));
        Assert.Equal((foreign.Status, foreign.Text), (closed.Status, closed.Text));
        Assert.Equal(Names(foreign), Names(closed));
    }

    [Fact]
    public async Task V6_3_8_Options_BeforeASignIn_NameNobody()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        using var client = _app.CreateVisitor();
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri("/admin/logg-inn", UriKind.Relative)));

        var options = System.Text.Json.JsonDocument.Parse((await client.PostFromAsync(page, $"{Door}?handler=Options", new() { ["Epost"] = person.Email })).Text).RootElement;

        Assert.Equal(0, options.TryGetProperty("allowCredentials", out var allowed) ? allowed.GetArrayLength() : 0);
        Assert.Equal("required", options.GetProperty("userVerification").GetString());
        Assert.Equal("localhost", options.GetProperty("rpId").GetString());
    }

    [Theory]
    [InlineData(60, HttpStatusCode.OK)]
    [InlineData(61, HttpStatusCode.UnprocessableEntity)]
    public async Task V2_2_1_Name_OfAPasskey_HasALimit(int length, HttpStatusCode expected)
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();

        Assert.Equal(expected, (await _app.TryRegisterAsync(person.Id, key, new string('n', length))).Status);
        Assert.Equal(60, IndexModel.NameMaxLength);
    }

    [Fact]
    public async Task Name_OfSpacesOnly_BecomesTheBrowsers()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "   ");

        Assert.Equal("?", await _app.InDatabaseAsync(db => db.Set<IdentityUserPasskey<int>>().Select(kept => kept.Data.Name).SingleAsync()));
    }

    [Fact]
    public async Task V7_5_1_Passkeys_WithoutAFreshSignIn_AreNeitherAddedNorDeleted()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        using var more = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        using var client = await _app.SignInAsync(person.Id);
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(Keys, UriKind.Relative)));
        var options = await client.PostFromAsync(page, $"{Keys}?handler=Options", []);
        var id = page.Document.QuerySelector("button[name=nokkel]")!.GetAttribute("value")!;
        _app.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));

        var answers = new[]
        {
            await client.PostFromAsync(page, $"{Keys}?handler=Options", []),
            await client.PostFromAsync(page, Keys, new() { ["svar"] = more.Create(options.Text), ["navn"] = "Tyvens" }),
            await client.SubmitAsync(page, $"{Keys}?handler=Delete", new() { ["nokkel"] = id }),
        };

        Assert.All(answers, answer => Assert.StartsWith("/admin/bekreft?til=", answer.Where(), StringComparison.Ordinal));
        Assert.Equal(["Min mobil"], await _app.InDatabaseAsync(db => db.Set<IdentityUserPasskey<int>>().Select(kept => kept.Data.Name).ToListAsync()));
    }

    public void Dispose() => _app.Dispose();

    private static IEnumerable<string> Names(HtmlPage page) => page.Response.Headers.Concat(page.Response.Content.Headers).Select(header => $"{header.Key} {header.Value.Count()}").Order(StringComparer.Ordinal);
}
