using UngPortal.Features.Services;
using UngPortal.Features.Topics;

namespace UngPortal.Features.OpenReferral;

/// <summary>All terms by which services are sorted, and the types that local services borrow their words from.</summary>
public sealed class TermBook
{
    private readonly Dictionary<Guid, Term> _byId;
    private readonly Dictionary<(TaxonomyKind, string), Term> _byKey;

    public TermBook(IEnumerable<Topic> topics, IReadOnlyList<ServiceType> types)
    {
        TypesByKey = types.ToDictionary(type => type.Key, StringComparer.Ordinal);
        All =
        [
            .. topics.Select(topic => new Term(TaxonomyKind.Topic, topic.Slug, topic.ParentSlug, topic.Name, topic.Ingress)),
            .. types.Select(type => new Term(TaxonomyKind.Type, type.Key, null, type.Name, type.Summary)),
            .. Enum.GetValues<ServiceKind>().Select(kind => new Term(TaxonomyKind.Kind, KeyOf(kind), null, [], [])),
        ];
        _byId = All.ToDictionary(term => term.Id);
        _byKey = All.ToDictionary(term => (term.Taxonomy, term.Key));
    }

    public IReadOnlyList<Term> All { get; }

    public IReadOnlyDictionary<string, ServiceType> TypesByKey { get; }

    /// <summary>The word for a kind in addresses and ids.</summary>
    public static string KeyOf(ServiceKind kind) => kind switch
    {
        ServiceKind.Emergency => "emergency",
        ServiceKind.Helpline => "helpline",
        ServiceKind.Practical => "practical",
        _ => "local",
    };

    public Term? Find(Guid id) => _byId.GetValueOrDefault(id);

    public Term? Find(TaxonomyKind taxonomy, string key) => _byKey.GetValueOrDefault((taxonomy, key));

    /// <summary>The term and those above it.</summary>
    public IEnumerable<Term> WithParents(Term term)
    {
        for (var at = term; at is not null; at = at.ParentKey is { } parent ? Find(at.Taxonomy, parent) : null)
        {
            yield return at;
        }
    }

    /// <summary>The terms that a service has itself: its kind, its type and its topics.</summary>
    public IEnumerable<Term> Of(ServiceKind kind, string? type, IEnumerable<string> topics)
    {
        IEnumerable<Term?> all = [Find(TaxonomyKind.Kind, KeyOf(kind)), type is null ? null : Find(TaxonomyKind.Type, type), .. topics.Select(topic => Find(TaxonomyKind.Topic, topic))];
        return all.OfType<Term>();
    }
}
