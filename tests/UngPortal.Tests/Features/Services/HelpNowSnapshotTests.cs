using NodaTime;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Services;

public sealed class HelpNowSnapshotTests
{
    [Fact]
    public void TryParse_TextCutAnywhere_IsFalse()
    {
        var json = HelpNowSnapshot.Of([Listed("en-tjeneste", ServiceKind.Helpline, 1, "24/7", null)]).ToJson();
        for (var length = 0; length < json.Length; length++)
        {
            Assert.False(HelpNowSnapshot.TryParse(json[..length], out _));
        }

        Assert.True(HelpNowSnapshot.TryParse(json, out var whole));
        Assert.Equal(json, whole.ToJson());
    }

    [Fact]
    public void InOrder_MondayNoon_PutsEmergencyThenOpenFirst()
    {
        var snapshot = HelpNowSnapshot.Of(
        [
            Listed("stengt", ServiceKind.Helpline, 1, "Tu 09:00-15:00"),
            Listed("ukjent", ServiceKind.Helpline, 2, [null]),
            Listed("apen", ServiceKind.Helpline, 3, "Mo 09:00-15:00"),
            Listed("apen-chat", ServiceKind.Helpline, 4, [null, "24/7"]),
            Listed("nod", ServiceKind.Emergency, 5, "24/7"),
            Withdrawn("borte"),
        ]);

        Assert.Equal(
            ["nod", "apen", "apen-chat", "stengt", "ukjent"],
            snapshot.InOrder(Instant.FromUtc(2026, 11, 23, 11, 0)).Select(entry => entry.Slug));
    }

    [Fact]
    public void TryParse_CopyFromBeforeRunningTexts_IsStillRead()
    {
        var json = HelpNowSnapshot.Of([Listed("en-tjeneste", ServiceKind.Helpline, 1, "24/7")]).ToJson();
        var older = json.Replace(",\"InText\":{}", "", StringComparison.Ordinal);

        Assert.NotEqual(json, older);
        Assert.True(HelpNowSnapshot.TryParse(older, out var read));
        Assert.Null(read.Entries[0].InText);
    }

    private static Service Withdrawn(string slug)
    {
        var service = Listed(slug, ServiceKind.Helpline, 6, "24/7");
        service.Withdraw();
        return service;
    }

    private static Service Listed(string slug, ServiceKind kind, int position, params string?[] hours) => Service.List(slug, new ServiceFacts(
        kind,
        new LocalizedText { ["nb"] = "Én tjeneste" },
        [],
        [],
        [],
        position,
        null,
        new DateOnly(2026, 8, 13),
        "https://example.org",
        [.. hours.Select((text, index) => new ServiceChannel { Position = index + 1, Kind = ChannelKind.Phone, Address = "113", DisplayAddress = "113", Hours = text })]));
}
