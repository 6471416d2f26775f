using NodaTime;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Lays the ways that HSDS tells of over those that are known: what is the same every week keeps its holidays, of which HSDS says nothing.</summary>
internal static class ChannelMerge
{
    public static IReadOnlyList<ServiceChannel> Onto(IReadOnlyList<ServiceChannel> said, ServiceFacts facts, LocalDate today)
    {
        var known = facts.Channels;
        var merged = said.Where(channel => channel.Kind != ChannelKind.Web || channel.Address != facts.Website || known.Any(other => other.Address == channel.Address)).Select(channel => Twin(channel, known) is { } twin
            ? WeeksOf(twin.Hours, today) == WeeksOf(channel.Hours, today) ? twin : twin.WithHours(channel.Hours)
            : channel).ToList();
        var isSame = merged.Count == known.Count && merged.TrueForAll(channel => Twin(channel, known) is not null);
        return isSame ? [.. merged.OrderBy(channel => channel.Position)] : [.. merged.Select((channel, at) => new ServiceChannel { Position = at + 1, Kind = channel.Kind, Address = channel.Address, DisplayAddress = channel.DisplayAddress, Hours = channel.Hours })];
    }

    private static ServiceChannel? Twin(ServiceChannel channel, IReadOnlyList<ServiceChannel> known) => known.FirstOrDefault(other => (other.Kind, other.Address) == (channel.Kind, channel.Address));

    private static string WeeksOf(string? text, LocalDate today) => OpeningHours.ParseOrNull(text) is { } hours
        ? string.Join(';', WeekRows.Of(hours, today).Select(row => $"{row.From} {row.To} {string.Join(',', row.Days)} {row.Opens} {row.Closes}"))
        : "";
}
