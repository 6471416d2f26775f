using UngPortal.Features.OpenReferral;
using UngPortal.Kernel;

namespace UngPortal.Features.Api.Register;

/// <summary>All that services are found by, at one moment, with the answers that were made of it.</summary>
internal sealed class RegisterIndex
{
    private const string AfterAll = "~";
    private static readonly StringComparer ByName = StringComparer.Create(Language.Bokmal.Culture, ignoreCase: true);

    private readonly Dictionary<Guid, RegisterEntry> _byId;
    private readonly Dictionary<string, RegisterEntry> _bySlug;
    private readonly ILookup<Guid, RegisterEntry> _byOrganization;
    private readonly Dictionary<Guid, (RegisterEntry Entry, ServicePlace Place)> _byLocation;
    private readonly Dictionary<Guid, (RegisterEntry Entry, ServicePlace Place)> _byAtLocation;

    public RegisterIndex(IReadOnlyList<RegisterEntry> entries, TermBook terms)
    {
        (Entries, Terms) = (entries, terms);
        Places = [.. entries.SelectMany(entry => entry.Places, (entry, place) => (entry, place))];
        _byId = entries.ToDictionary(entry => entry.PublicId);
        _bySlug = entries.ToDictionary(entry => entry.Slug, StringComparer.Ordinal);
        _byLocation = Places.DistinctBy(one => one.Place.LocationId).ToDictionary(one => one.Place.LocationId);
        _byAtLocation = Places.DistinctBy(one => one.Place.AtLocationId).ToDictionary(one => one.Place.AtLocationId);
        _byOrganization = entries.Where(entry => entry.Organization is not null).ToLookup(entry => entry.Organization!.Value);
        Organizations = [.. entries.Select(entry => entry.Responsible).OfType<ResponsibleBody>().DistinctBy(body => body.Id).OrderBy(body => body.Municipality?.Number ?? AfterAll, StringComparer.Ordinal).ThenBy(body => body.Name, ByName).ThenBy(body => body.Id)];
    }

    /// <summary>In the register's order.</summary>
    public IReadOnlyList<RegisterEntry> Entries { get; }

    public IReadOnlyList<(RegisterEntry Entry, ServicePlace Place)> Places { get; }

    /// <summary>Who answers for services: municipalities by their numbers, then others by name.</summary>
    public IReadOnlyList<ResponsibleBody> Organizations { get; }

    public TermBook Terms { get; }

    public ScheduleBook Schedules { get; private init; } = new();

    public AnswerShelf Shelf { get; } = new();

    /// <summary>This index after some services have changed: those that are no longer listed are not among the entries.</summary>
    /// <param name="slugs">Which have changed.</param>
    /// <param name="changed">What those that are listed are now.</param>
    public RegisterIndex With(IReadOnlySet<string> slugs, IReadOnlyList<RegisterEntry> changed) =>
        new([.. Entries.Where(entry => !slugs.Contains(entry.Slug)).Concat(changed).OrderBy(entry => entry.Order)], Terms) { Schedules = Schedules };

    /// <summary>By id or slug.</summary>
    public RegisterEntry? Service(string id) => Guid.TryParse(id, out var known) ? _byId.GetValueOrDefault(known) : _bySlug.GetValueOrDefault(id);

    /// <summary>What somebody answers for, in the register's order.</summary>
    public IEnumerable<RegisterEntry> OfOrganization(Guid id) => _byOrganization[id];

    public (RegisterEntry Entry, ServicePlace Place)? Location(string id) => Guid.TryParse(id, out var known) && _byLocation.TryGetValue(known, out var found) ? found : null;

    public (RegisterEntry Entry, ServicePlace Place)? AtLocation(string id) => Guid.TryParse(id, out var known) && _byAtLocation.TryGetValue(known, out var found) ? found : null;
}
