using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using UngPortal.Features.Services;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>Asking for what only some have told: nobody fits who hasn't.</summary>
public sealed class ToldFilterTests : IAsyncLifetime, IDisposable
{
    private const string Alta = "alta-kommunale-legevakt";
    private const string Bekkestua = "helsestasjon-for-ungdom-bekkestua-baerum";
    private const string Police = "112-politi";

    private readonly PortalApp _app = new();

    [Theory]
    [InlineData("language=no", Police, Alta, Bekkestua)]
    [InlineData("language=se", Alta)]
    [InlineData("accessibility=step-free", Alta, Bekkestua)]
    [InlineData("accessibility=lift", Bekkestua)]
    [InlineData("language=no&accessibility=step-free&municipality=3201", Bekkestua)]
    [InlineData("language=uk&accessibility=step-free")]
    [InlineData("language=nn", Police, Alta, Bekkestua)]
    [InlineData("language=SME", Alta)]
    public async Task Services_ThatHaveToldIt_AreFound_AndNobodyElse(string query, params string[] expected)
    {
        var found = await _app.AllAsync("/services?full=true&" + query);

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Select(service => service.Text("x-slug")).Order(StringComparer.Ordinal));
        Assert.Empty(found.SelectMany(service => HsdsSchemas.Faults("service", service)).Distinct());
    }

    [Fact]
    public async Task ServicesInPlaces_AreFoundByTheSame_AndSayWhatWasAskedFor()
    {
        var found = await _app.AllAsync("/service_at_locations?full=true&language=se&accessibility=step-free");

        var one = Assert.Single(found);
        Assert.Empty(HsdsSchemas.Faults("service_at_location", one));
        var service = one.GetProperty("service");
        Assert.Equal(Alta, service.Text("x-slug"));
        Assert.Contains("se", service.GetProperty("languages").EnumerateArray().Select(language => language.Text("code")));
    }

    [Fact]
    public async Task WhatIsToldNoMore_FitsNoMore()
    {
        Assert.NotEmpty(await _app.AllAsync("/services?language=se"));
        await TellAsync(Alta, ["no"], []);

        Assert.Empty(await _app.AllAsync("/services?language=se"));
    }

    [Fact]
    public async Task TheDescription_NamesAllThatCanBeAskedFor()
    {
        using var response = await _app.AskAsync("/openapi.json");
        var document = OpenApiDocument.Parse(await response.Content.ReadAsStringAsync(), OpenApiConstants.Json, new OpenApiReaderSettings()).Document!;
        foreach (var path in new[] { "/services", "/service_at_locations" })
        {
            var parameters = document.Paths[ApiVisits.Root + path].Operations![HttpMethod.Get].Parameters!.ToDictionary(parameter => parameter.Name!);

            Assert.Equal(SpokenLanguages.All, parameters["language"].Schema!.Enum!.Select(value => value.GetValue<string>()));
            Assert.Equal(ToldFacts.Access, parameters["accessibility"].Schema!.Enum!.Select(value => value.GetValue<string>()));
        }

        var refused = (await _app.RefusedAsync("/services?accessibility=ramp")).GetProperty("errors")[0];
        Assert.Equal($"Allowed: {string.Join(", ", ToldFacts.Access)}.", refused.Text("detail"));
    }

    public async Task InitializeAsync()
    {
        await TellAsync(Alta, ["no", "se"], ["free", "step-free"]);
        await TellAsync(Bekkestua, ["no"], ["step-free", "lift", "nurse"]);
        await TellAsync(Police, ["no", "en"], []);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();

    private async Task TellAsync(string slug, string[] languages, string[] told)
    {
        await _app.InDatabaseAsync(async db =>
        {
            var service = await db.Services.Include(one => one.Channels).Include(one => one.Location).Include(one => one.Areas).SingleAsync(one => one.Slug == slug);
            service.Edit(service.Facts() with { Languages = languages, Told = told }, db.Time.GetUtcNow().UtcDateTime);
            db.Announce(ServicesChanged.Kind, "all");
            return await db.SaveChangesAsync();
        });
        await _app.DeliverOutboxAsync();
    }
}
