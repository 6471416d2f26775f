using Microsoft.Extensions.Time.Testing;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Services;

public sealed class ServiceCardTests
{
    // A Monday, four minutes past two at night.
    private static readonly FakeTimeProvider Night = new(new DateTimeOffset(2026, 11, 23, 1, 4, 0, TimeSpan.Zero));

    [Fact]
    public void Cards_ChannelsThatDiffer_SpeakOfTheOneThatIsOpenAndPutItFirst()
    {
        var card = CardOf((ChannelKind.Chat, "Mo-Fr 16:15-22:45"), (ChannelKind.Phone, "24/7"), (ChannelKind.Sms, null));

        Assert.Equal([ChannelKind.Phone, ChannelKind.Sms, ChannelKind.Chat], card.Ways.Select(way => way.Kind));
        Assert.Equal([false, false, true], card.Ways.Select(way => way.IsClosed));
        Assert.Equal(ChannelKind.Phone, card.Told.Kind);
        Assert.True(card is { IsOpen: true, IsMixed: true, IsUnknown: false });
    }

    [Fact]
    public void Cards_AllClosed_SpeakOfTheOneThatOpensFirst()
    {
        var card = CardOf((ChannelKind.Chat, null), (ChannelKind.Phone, "Tu 09:00-15:00"), (ChannelKind.Sms, "Mo 16:00-20:00"), (ChannelKind.Phone, "Jul 1 10:00-12:00"));

        Assert.Equal(ChannelKind.Sms, card.Told.Kind);
        Assert.True(card is { IsOpen: false, IsMixed: true, IsUnknown: false });
    }

    [Fact]
    public void Cards_PhoneAndWebsite_AreNotMixed()
    {
        var card = CardOf((ChannelKind.Phone, "Mo 09:00-15:00"), (ChannelKind.Web, null));

        Assert.False(card.IsMixed);
        Assert.DoesNotContain(card.Ways, way => way is { Kind: ChannelKind.Web, IsClosed: true });
    }

    [Fact]
    public void Cards_NoHours_AreUnknown() => Assert.True(CardOf((ChannelKind.Chat, null), (ChannelKind.Phone, null)) is { IsUnknown: true, IsMixed: false, IsOpen: false });

    [Fact]
    public void Cards_AskedForAgain_FollowTheMinuteAndTheLanguage()
    {
        var snapshot = SnapshotOf((ChannelKind.Phone, "Mo 09:00-15:00"));
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 7, 59, 20, TimeSpan.Zero));
        var early = snapshot.Cards(Language.Bokmal, clock);

        clock.Advance(TimeSpan.FromSeconds(39));
        Assert.Same(early, snapshot.Cards(Language.Bokmal, clock));
        Assert.NotSame(early, snapshot.Cards(new Language("nn", "nn-NO"), clock));
        Assert.False(early.Single().IsOpen);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(snapshot.Cards(Language.Bokmal, clock).Single().IsOpen);
    }

    private static ServiceCard CardOf(params (ChannelKind Kind, string? Hours)[] channels) => SnapshotOf(channels).Cards(Language.Bokmal, Night).Single();

    private static HelpNowSnapshot SnapshotOf(params (ChannelKind Kind, string? Hours)[] channels) => new(
    [
        HelpNowSnapshot.BuiltIn.Entries[4] with { Channels = [.. channels.Select(channel => new HelpNowChannel(channel.Kind, "116111", "116 111", channel.Hours))] },
    ]);
}
