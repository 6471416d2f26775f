using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Choosing;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services;

/// <summary>Video calls as a way of their own to reach a service. Source: product/services.md, "Model".</summary>
public sealed class VideoTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Room = "https://video.prove.invalid/rom";

    [Fact]
    public void Kinds_KeepTheNumbersThatAreStored() =>
        Assert.Equal([(0, "Phone"), (1, "Sms"), (2, "Chat"), (3, "Web"), (4, "Visit"), (5, "Video")], Enum.GetValues<ChannelKind>().Select(kind => ((int)kind, kind.ToString())));

    [Fact]
    public async Task Video_WrittenWithItsHours_IsShownWithAStatusOfItsOwn_AndFoundInTheDirectory()
    {
        var (id, slug) = await app.ServiceAsync("Skjermhuset");
        using var assurer = await app.SignInAsAsync(StaffRole.ServiceAssurer);
        var path = $"/admin/tjenester/{id}/kontakt";
        Assert.DoesNotContain("video", await WaysAskedForAsync());

        var refused = await assurer.FillInAsync(path, null, ("Rad[1].Slag", "Video"), ("Rad[1].Adresse", "99 99 99 99"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Skriv hele nettadressen", refused.TextOf(".error-summary"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await assurer.FillInAsync(path, null, ("Rad[1].Slag", "Video"), ("Rad[1].Adresse", Room), ("Rad[1].Tider", "man-fre 18.00-20.00"))).Status);
        await app.DeliverOutboxAsync();

        Assert.Equal((ChannelKind.Video, Room, "video.prove.invalid", "Mo-Fr 18:00-20:00"), await app.InDatabaseAsync(async db =>
        {
            var stored = await db.Set<ServiceChannel>().SingleAsync(channel => channel.ServiceId == id && channel.Kind == ChannelKind.Video);
            return (stored.Kind, stored.Address, stored.DisplayAddress, stored.Hours!);
        }));
        Assert.Equal("Telefon: åpen – stenger 15:00", (await app.GetPageAsync($"/tjenester/{slug}")).TextOf(".state"));
        Assert.Equal("Videosamtale, Skjermhuset – åpner 18:00", await WayAsync($"/tjenester/{slug}"));
        Assert.Equal("Video call, Skjermhuset – opens 18:00", await WayAsync($"/en/tjenester/{slug}"));
        Assert.Equal(["Telefon", "Videosamtale"], (await app.GetPageAsync($"/tjenester/{slug}")).TextsOf("section[aria-labelledby=tider] caption"));
        Assert.Contains("video", await WaysAskedForAsync());
        Assert.Equal(["Skjermhuset"], (await app.GetPageAsync("/tjenester?kanal=video")).TextsOf(".service__name"));
        Assert.Empty((await app.GetPageAsync("/tjenester?kanal=video&apen=na")).TextsOf(".service__name"));
    }

    [Fact]
    public async Task Chooser_TakesVideoForTalking_AndNotForWriting()
    {
        var way = new ServiceCard.Way(ChannelKind.Video, Room, "video.prove.invalid", true, new(OpenLine.Always, []));
        var card = new ServiceCard("skjerm", "Skjermhuset", "", "nb", ServiceKind.Helpline, way, [], null, [way]);
        var tree = await app.InDatabaseAsync(db => TopicTree.ReadAsync(db, CancellationToken.None));

        Assert.Equal([card], Suggestions.Of([card], new(true, null, Haste.Today, Manner.Talk), tree, 3));
        Assert.Empty(Suggestions.Of([card], new(true, null, Haste.Today, Manner.Write), tree, 3));
    }

    private async Task<string> WayAsync(string path)
    {
        var page = await app.GetPageAsync(path);
        var link = page.Document.QuerySelector($"main a[href='{Room}']")!;
        Assert.NotNull(link.QuerySelector("svg"));
        Assert.Equal("noreferrer", link.GetAttribute("rel"));
        return page.TextOf($"main a[href='{Room}']");
    }

    private async Task<IReadOnlyList<string?>> WaysAskedForAsync() => [.. (await app.GetPageAsync("/tjenester")).Document.QuerySelectorAll("#kanal option").Select(option => option.GetAttribute("value"))];
}
