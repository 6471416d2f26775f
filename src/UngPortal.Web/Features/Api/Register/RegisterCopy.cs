using Microsoft.EntityFrameworkCore;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Places;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Api.Register;

/// <summary>This node's index of the register; read anew when services have changed.</summary>
/// <remarks>Hours can't be asked of a database, nor does SQLite fold æ, ø and å: so what finds services lies in memory, and only the rows of a page are read.</remarks>
internal sealed class RegisterCopy(IServiceScopeFactory scopes) : KeptCopy<RegisterIndex>(scopes, ServicesChanged.Kind), IDisposable
{
    private readonly SemaphoreSlim _oneReads = new(1);

    public async Task<RegisterIndex> ReadAsync(CancellationToken cancellationToken)
    {
        await _oneReads.WaitAsync(cancellationToken);
        try
        {
            return await CurrentAsync(cancellationToken);
        }
        finally
        {
            _oneReads.Release();
        }
    }

    public void Dispose() => _oneReads.Dispose();

    protected override async Task<RegisterIndex> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var types = await db.ServiceTypes.AsNoTracking().OrderBy(type => type.Position).ToListAsync(cancellationToken);
        var topics = await TopicTree.ReadAsync(db, cancellationToken);
        var channels = (await db.Set<ServiceChannel>().AsNoTracking().OrderBy(channel => channel.ServiceId).ThenBy(channel => channel.Position)
            .Select(channel => new { channel.ServiceId, channel.Kind, channel.Address, channel.Hours }).ToListAsync(cancellationToken)).ToLookup(channel => channel.ServiceId, channel => new ServicePlace.Channel(channel.Kind, channel.Address, channel.Hours));
        var areas = (await db.Set<ServiceArea>().AsNoTracking().OrderBy(area => area.ServiceId).ToListAsync(cancellationToken)).ToLookup(area => area.ServiceId, area => area.Municipality);
        var points = await db.ServiceLocations.AsNoTracking().ToDictionaryAsync(location => location.ServiceId, location => location.Point, cancellationToken);
        var services = await db.Services.AsNoTracking().Where(service => service.State == ServiceState.Listed).OrderBy(service => service.Kind).ThenBy(service => service.Position).ThenBy(service => service.Id).ToListAsync(cancellationToken);
        var terms = new TermBook(topics.All, types);
        var hours = new Dictionary<string, OpeningHours?>(StringComparer.Ordinal);
        return new RegisterIndex([.. services.Select(service => EntryOf(service, [.. channels[service.Id]], [.. areas[service.Id]], points.TryGetValue(service.Id, out var point) ? point : null, terms, hours))], terms);
    }

    private static RegisterEntry EntryOf(Service service, IReadOnlyList<ServicePlace.Channel> channels, IReadOnlyList<string> areas, GeoPoint? point, TermBook terms, Dictionary<string, OpeningHours?> hours)
    {
        var own = terms.Of(service).SelectMany(terms.WithParents).ToList();
        return new(
            service.Id, ServiceWriter.IdOf(service.Slug), service.Slug, service.Municipality, areas, OrganizationWriter.Of(service.Website) is { } municipality ? OrganizationWriter.IdOf(municipality) : null,
            own.Select(term => term.Id).ToHashSet(), own.Select(term => Taxonomies.IdOf(term.Taxonomy)).ToHashSet(),
            point, WordsOf(service, terms), [.. channels.Select(channel => channel.Hours).OfType<string>().Distinct().Select(text => Parsed(text, hours)).OfType<OpeningHours>()], ServicePlace.Of(service.Slug, point is not null, channels));
    }

    private static OpeningHours? Parsed(string text, Dictionary<string, OpeningHours?> known) => known.TryGetValue(text, out var hours) ? hours : known[text] = OpeningHours.ParseOrNull(text);

    private static string WordsOf(Service service, TermBook terms)
    {
        var type = service.Type is { } key ? terms.TypesByKey.GetValueOrDefault(key) : null;
        var place = service.Municipality is { } number ? PlaceBook.Norway.MunicipalityOf(number)?.Name : null;
        var texts = service.Name.Values.Concat(service.Description.Values).Concat(type?.Name.Values ?? Enumerable.Empty<string>()).Append(place ?? "");
        return " " + string.Join(' ', texts.SelectMany(text => Word.In(text)).Select(word => Word.Fold(word.Text)).Distinct());
    }
}

/// <summary>Has the index read anew when topics have changed, whose names stand in it.</summary>
internal sealed class TopicsHeard(RegisterCopy copy) : IOutboxHandler
{
    private const string Topics = "topics";

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Any(message => message.Key == Topics))
        {
            copy.Forget();
        }

        return Task.CompletedTask;
    }
}
