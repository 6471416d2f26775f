using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>All that "Få hjelp nå" needs, taken from the register at one moment; a small JSON document.</summary>
public sealed record HelpNowSnapshot(IReadOnlyList<HelpNowEntry> Entries)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What is shown when there is neither register nor copy: the numbers that everyone in Norway should know.</summary>
    public static readonly HelpNowSnapshot BuiltIn = new(
    [
        Number(1, ServiceKind.Emergency, "113-medisinsk-nodnummer", "113", "113", "Medisinsk nødnummer", "Medisinsk naudnummer", "Ambulance"),
        Number(2, ServiceKind.Emergency, "112-politi", "112", "112", "Politi", "Politi", "Police"),
        Number(3, ServiceKind.Emergency, "110-brann", "110", "110", "Brann", "Brann", "Fire"),
        Number(4, ServiceKind.Emergency, "116117-legevakt", "116117", "116 117", "Legevakt", "Legevakt", "Out-of-hours doctor"),
        Number(5, ServiceKind.Helpline, "alarmtelefonen-for-barn-og-unge", "116111", "116 111", "Alarmtelefonen for barn og unge", "Alarmtelefonen for barn og unge", "Emergency helpline for children and young people"),
    ]);

    /// <summary>The listed services that are there for everyone.</summary>
    public static HelpNowSnapshot Of(IEnumerable<Service> services) =>
        new([.. services.Where(service => service.State == ServiceState.Listed && service.Kind != ServiceKind.Local).OrderBy(service => service.Position).Select(HelpNowEntry.Of)]);

    /// <summary>Reads what <see cref="ToJson"/> wrote; false for anything else, and for a document without entries.</summary>
    public static bool TryParse(string json, [NotNullWhen(true)] out HelpNowSnapshot? snapshot)
    {
        try
        {
            snapshot = JsonSerializer.Deserialize<HelpNowSnapshot>(json, Json);
            snapshot = snapshot is { Entries.Count: > 0 } && snapshot.Entries.All(IsWhole) ? snapshot : null;
        }
        catch (JsonException)
        {
            snapshot = null;
        }

        return snapshot is not null;
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Emergency numbers first, then those that are open now, then the rest; the editors' order within each.</summary>
    public IReadOnlyList<HelpNowEntry> InOrder(Instant now) =>
        [.. Entries
            .OrderBy(entry => entry.Kind == ServiceKind.Emergency ? 0 : entry.IsOpenAt(now) ? 1 : 2)
            .ThenBy(entry => entry.Position)];

    // Lists may hold nulls whatever their type says.
    private static bool IsWhole(HelpNowEntry? entry) => entry is { Channels.Count: > 0 } && entry.Channels.All(channel => channel is not null);

    private static HelpNowEntry Number(int position, ServiceKind kind, string slug, string number, string display, string nb, string nn, string en) => new(
        slug,
        kind,
        position,
        new LocalizedText { ["nb"] = nb, ["nn"] = nn, ["en"] = en },
        [],
        null,
        [],
        [new HelpNowChannel(ChannelKind.Phone, number, display, "24/7")]);
}
