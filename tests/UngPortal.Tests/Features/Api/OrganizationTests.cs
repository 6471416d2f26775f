using Microsoft.EntityFrameworkCore;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>Organisations that services have told stand beside the municipalities.</summary>
public sealed class OrganizationTests : IAsyncLifetime, IDisposable
{
    private const string Alta = "alta-kommunale-legevakt";
    private const string Bekkestua = "helsestasjon-for-ungdom-bekkestua-baerum";
    private const string Police = "112-politi";
    private const string Doping = "dopingkontakten";
    private const string Alarm = "alarmtelefonen-for-barn-og-unge";
    private readonly PortalApp _app = new();

    [Fact]
    public async Task AToldName_IsAnOrganisation_WithItsServices()
    {
        var service = await _app.ReadAsync($"/services/{Police}");
        var id = OpenReferralId.Of("organization", "stiftelsen øvre prøve").ToString();

        Assert.Equal((id, "told"), (service.Text("organization_id"), service.Text("x-organization-basis")));
        Assert.Equal((id, "Stiftelsen Øvre Prøve"), (service.GetProperty("organization").Text("id"), service.GetProperty("organization").Text("name")));
        var one = await _app.ReadAsync($"/organizations/{id}");
        Assert.Equal(("Stiftelsen Øvre Prøve", "Står bak tjenester i registeret, slik kildene deres sier det."), (one.Text("name"), one.Text("description")));
        Assert.False(one.TryGetProperty("website", out _) || one.TryGetProperty("organization_identifiers", out _));
        Assert.Equal([Police, Doping], one.GetProperty("services").EnumerateArray().Select(told => told.Text("x-slug")));
        Assert.Equal([Police, Doping], (await _app.AllAsync($"/services?organization_id={id}")).Select(told => told.Text("x-slug")));
        Assert.Equal("Behind services in the register, as their sources say it.", (await _app.ReadAsync($"/organizations/{id}?lang=en")).Text("description"));
    }

    /// <summary>Its own name makes a municipality the same organisation as page and law do.</summary>
    [Fact]
    public async Task AMunicipalitysName_IsThatMunicipality_AndTheToldComesFirst()
    {
        var (alta, bekkestua) = (await _app.ReadAsync($"/services/{Alta}"), await _app.ReadAsync($"/services/{Bekkestua}"));

        Assert.Equal((OpenReferralId.Of("organization", "3201").ToString(), "told", "Bærum kommune"), (alta.Text("organization_id"), alta.Text("x-organization-basis"), alta.GetProperty("organization").Text("name")));
        Assert.Equal((OpenReferralId.Of("organization", "alta helselag").ToString(), "told"), (bekkestua.Text("organization_id"), bekkestua.Text("x-organization-basis")));
        Assert.Contains(Alta, (await _app.ReadAsync($"/organizations/{alta.Text("organization_id")}")).GetProperty("services").EnumerateArray().Select(service => service.Text("x-slug")));
    }

    [Fact]
    public async Task TheList_HasMunicipalitiesFirst_ThenOthersByName_AndIsSearchedByWords()
    {
        var all = await _app.AllAsync("/organizations?full=true", size: 9);
        var names = all.ConvertAll(one => one.Text("name"));

        Assert.Equal(["Alta helselag", "Stiftelsen Øvre Prøve", "Å leve"], names.Skip(names.Count - 3));
        Assert.All(names.SkipLast(3), name => Assert.EndsWith(" kommune", name, StringComparison.Ordinal));
        Assert.Equal(names.Count, all.Select(one => one.Text("id")).Distinct().Count());
        Assert.All(all, one => Assert.Empty(HsdsSchemas.Faults("organization", one)));
        Assert.Equal(["Stiftelsen Øvre Prøve"], (await _app.AllAsync("/organizations?search=prove+stift")).Select(one => one.Text("name")));
        Assert.Contains("Alta helselag", (await _app.AllAsync("/organizations?search=alta")).Select(one => one.Text("name")));
        Assert.Contains("Oslo kommune", (await _app.AllAsync("/organizations?search=oslo")).Select(one => one.Text("name")));
    }

    [Fact]
    public async Task Answers_WithToldOrganisations_AreValidHsds()
    {
        Assert.Empty((await _app.AllAsync("/organizations?full_service=true")).SelectMany(one => HsdsSchemas.Faults("organization", one)).Distinct());
        Assert.Empty((await _app.AllAsync("/services?full=true&lang=nn")).SelectMany(one => HsdsSchemas.Faults("service", one)).Distinct());
    }

    [Theory]
    [InlineData("Bærum kommune", "3201")]
    [InlineData("BAERUM  kommune.", null)]
    [InlineData("bærum KOMMUNE", "3201")]
    [InlineData("Bærum", null)]
    [InlineData("Fuossko kommune", "1841")]
    [InlineData("Oslo municipality", "0301")]
    [InlineData("Våler kommune", null)]
    [InlineData("Kirkens Bymisjon i Bærum kommune", null)]
    public void AName_IsAMunicipalitys_OnlyWhereItSaysWhich(string name, string? number) => Assert.Equal(number, OrganizationName.MunicipalityOf(name)?.Number);

    public async Task InitializeAsync()
    {
        foreach (var (slug, runBy) in new[] { (Police, "Stiftelsen Øvre Prøve"), (Doping, "STIFTELSEN «Øvre Prøve»"), (Alta, "Bærum kommune"), (Bekkestua, "Alta helselag"), (Alarm, "Å leve") })
        {
            await _app.InDatabaseAsync(async db =>
            {
                var service = await db.Services.Include(one => one.Channels).Include(one => one.Location).Include(one => one.Areas).SingleAsync(one => one.Slug == slug);
                service.Edit(service.Facts() with { RunBy = runBy }, db.Time.GetUtcNow().UtcDateTime);
                db.Announce(ServicesChanged.Kind, "all");
                return await db.SaveChangesAsync();
            });
        }

        await _app.DeliverOutboxAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();
}
