using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using UngPortal.Tests.Features.Api;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Video calls in packages, of this portal and of others.</summary>
public sealed class VideoChannelTests
{
    private const string Page = "https://snakk.prove.invalid/inn";
    private static readonly ServiceTerms Terms = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["hfu"] = "hfu" }, new HashSet<string>(StringComparer.Ordinal), "hfu", "Prøveland", new DateOnly(2026, 11, 23));

    [Theory]
    [InlineData(""" "service_at_locations": [{ "location": { "location_type": "virtual", "url": "https://snakk.prove.invalid/inn", "x-channel": "video" } }] """, ChannelKind.Video)]
    [InlineData(""" "service_at_locations": [{ "schedules": [{ "freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00", "attending_type": "Video call" }], "location": { "location_type": "virtual", "url": "https://snakk.prove.invalid/inn" } }] """, ChannelKind.Video)]
    [InlineData(""" "phones": [{ "number": "https://snakk.prove.invalid/inn", "type": "video" }] """, ChannelKind.Video)]
    [InlineData(""" "service_at_locations": [{ "location": { "location_type": "virtual", "url": "https://snakk.prove.invalid/inn" } }] """, ChannelKind.Chat)]
    public void HsdsOfOthers_SaysWhatOneMeetsAtAPage(string more, ChannelKind kind)
    {
        var row = Read(more);

        Assert.Empty(row.Faults);
        Assert.Equal([(kind, Page, "snakk.prove.invalid"), (ChannelKind.Web, "https://prove.invalid/", "prove.invalid")], row.Facts!.Channels.Select(channel => (channel.Kind, channel.Address, channel.DisplayAddress)));
    }

    [Fact]
    public void AVideoPhonesHours_AreThoseThatNameIt() => Assert.Equal("Mo 10:00-12:00", Read(""" "phones": [{ "number": "https://snakk.prove.invalid/inn", "type": "video" }], "schedules": [{ "freq": "WEEKLY", "byday": "MO", "opens_at": "10:00", "closes_at": "12:00", "attending_type": "Video: snakk.prove.invalid" }] """).Facts!.Channels[0].Hours);

    [Fact]
    public void AChannelThatIsNone_IsRefusedInWords() => Assert.Contains(
        Read(""" "service_at_locations": [{ "location": { "location_type": "virtual", "url": "https://snakk.prove.invalid/inn", "x-channel": "brevdue" } }] """).Faults,
        found => found.Fault is { Kind: ImportFaultKind.BadKind, Value: "brevdue", Column: "x-channel" });

    /// <summary>One page may lead to a chat and to a video call, each with its hours.</summary>
    [Fact]
    public async Task OpenInterface_TellsOfVideo_InTheShapeOfHsds_AndReadsBackUnchanged()
    {
        using var app = new PortalApp();
        var (id, slug) = await app.ServiceAsync();
        await app.InDatabaseAsync(async db =>
        {
            var service = await db.Services.Include(one => one.Channels).SingleAsync(one => one.Id == id);
            service.Edit(service.Facts() with { Channels = [.. service.Channels, Way(2, ChannelKind.Chat, "Tu 10:00-12:00"), Way(3, ChannelKind.Video, "Mo-Fr 18:00-20:00; PH off")] }, db.Time.GetUtcNow().UtcDateTime);
            db.Announce(ServicesChanged.Kind, slug);
            return await db.SaveChangesAsync();
        });
        await app.DeliverOutboxAsync();

        var told = await ApiVisits.ReadAsync(app, $"/services/{slug}");
        var places = told.GetProperty("service_at_locations").EnumerateArray().ToList();
        Assert.Empty(HsdsSchemas.Faults("service", told));
        Assert.Equal(["chat", "video"], places.Select(place => place.GetProperty("location").Text("x-channel")));
        Assert.Equal([Page, Page], places.Select(place => place.GetProperty("location").Text("url")));
        Assert.Equal(["10:00+01:00-12:00+01:00", "18:00+01:00-20:00+01:00"], places.Select(place => place.GetProperty("schedules")[0]).Select(row => $"{row.Text("opens_at")}-{row.Text("closes_at")}"));
        Assert.Equal("Videosamtale: snakk.prove.invalid", places[1].GetProperty("schedules")[0].Text("attending_type"));
        Assert.Equal("video", (await ApiVisits.ReadAsync(app, $"/locations/{places[1].Text("location_id")}")).Text("x-channel"));

        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(("a.json", ImportVisits.Bytes(told.GetRawText())));
        Assert.Contains("Uendret", (await editor.OpenAsync(report)).TextOf("tbody tr"), StringComparison.Ordinal);
    }

    private static ServiceChannel Way(int position, ChannelKind kind, string hours) => new() { Position = position, Kind = kind, Address = Page, DisplayAddress = "snakk.prove.invalid", Hours = hours };

    private static ReadRow Read(string more) => ServiceReading.Read(
        new("a.json", 1, (JsonObject)JsonNode.Parse($$"""{ "id": "a1", "name": "Prøvehuset", "status": "active", "url": "https://prove.invalid/", "x-municipality": "0301", {{more}} }""")!), Terms);
}
