using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>An entry of the register: the one home of numbers, addresses and hours. The noun is that of Open Referral's HSDS.</summary>
public sealed partial class Service
{
    public const int NameMaxLength = 120;
    public const int InTextMaxLength = 80;
    public const int DescriptionMaxLength = 600;
    public const int WebsiteMaxLength = 300;
    public const int SourceMaxLength = 300;

    private readonly List<ServiceChannel> _channels = [];

    public int Id { get; private set; }

    public required string Slug { get; init; }

    public ServiceKind Kind { get; private set; }

    public LocalizedText Name { get; private set; } = [];

    /// <summary>What a running text calls it, with its number if that can be called day and night; empty when the name will do.</summary>
    public LocalizedText InText { get; private set; } = [];

    public LocalizedText Description { get; private set; } = [];

    /// <summary>Slugs of the topic tree.</summary>
    public string[] Topics { get; private set; } = [];

    /// <summary>The editors' order, from 1; emergency numbers come first.</summary>
    public int Position { get; private set; }

    public string? Website { get; private set; }

    /// <summary>When somebody last held the facts against the source.</summary>
    public DateOnly Assured { get; private set; }

    /// <summary>Where the facts stand: the organisation's own page.</summary>
    public string Source { get; private set; } = "";

    public ServiceState State { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ServiceChannel> Channels => _channels;

    public static Service List(string slug, ServiceFacts facts)
    {
        var service = new Service { Slug = slug };
        service.Revise(facts);
        return service;
    }

    /// <summary>Replaces everything that is known about it. What is the same stays untouched, so that an import twice changes no row.</summary>
    public void Revise(ServiceFacts facts)
    {
        if (!facts.Name.ContainsKey(Language.Bokmal.Code) || facts.Channels.Count == 0)
        {
            throw new InvalidOperationException("A service needs a bokmål name and a way to reach it.");
        }

        Kind = facts.Kind;
        Revise(facts.Local);
        (AgeFrom, AgeTo) = facts.Local?.Ages ?? facts.Ages;
        Tell(facts);
        Name = facts.Name;
        InText = facts.InText;
        Description = facts.Description;
        Topics = Topics.SequenceEqual(facts.Topics) ? Topics : facts.Topics;
        Position = facts.Position;
        Website = facts.Website;
        Assured = facts.Assured;
        Source = facts.Source;

        _channels.RemoveAll(channel => !facts.Channels.Any(channel.IsSameAs));
        _channels.AddRange(facts.Channels.Where(wanted => !_channels.Exists(wanted.IsSameAs)));
        _channels.Sort((a, b) => a.Position.CompareTo(b.Position));
    }

    /// <summary>Takes it off the site, for good or until it is listed again.</summary>
    public void Withdraw() => Move(ServiceState.Listed, ServiceState.Withdrawn);

    /// <summary>Shows it, or shows it again, once it meets what all must meet.</summary>
    public void Relist()
    {
        if (!MeetsAllCriteria)
        {
            throw new InvalidOperationException("A service that doesn't meet all criteria isn't shown.");
        }

        Move(ServiceState.Withdrawn, ServiceState.Listed);
    }

    /// <summary>All that <see cref="Revise(ServiceFacts)"/> took in.</summary>
    public ServiceFacts Facts() => new(Kind, Name, InText, Description, Topics, Position, Website, Assured, Source, [.. _channels])
    {
        Local = Kind == ServiceKind.Local ? new LocalFacts(Type!, Municipality!, [.. _areas.Select(area => area.Municipality)], Location, (AgeFrom, AgeTo), IsDropIn, HoursNote, Note) : null,
        Ages = Kind == ServiceKind.Local ? (null, null) : (AgeFrom, AgeTo),
        Languages = Languages,
        Told = Told,
        Confidentiality = Confidentiality,
        Alert = Alert,
        Cost = Cost,
        RunBy = RunBy,
    };

    private void Move(ServiceState from, ServiceState to)
    {
        if (State != from)
        {
            throw new InvalidOperationException($"A service that is {State} cannot become {to}.");
        }

        State = to;
        Version++;
    }
}
