using UngPortal.Features.Api.Register;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Places;
using UngPortal.Kernel;

namespace UngPortal.Features.Api.Asking;

/// <summary>What somebody wants of services; all of it must hold.</summary>
internal sealed record Finding
{
    public IReadOnlyList<string> Words { get; private init; } = [];

    public bool IsOpenNow { get; private init; }

    public string? Municipality { get; private init; }

    public string? Served { get; private init; }

    public (GeoPoint Point, double Kilometres)? Near { get; private init; }

    public IReadOnlyList<Guid> Terms { get; private init; } = [];

    public string? Language { get; private init; }

    public string? Accessibility { get; private init; }

    public Guid? Taxonomy { get; private init; }

    public Guid? Organization { get; private init; }

    /// <summary>Reads all filters; those that the endpoint doesn't have are not there.</summary>
    public static Finding Read(QueryReader query, TermBook terms)
    {
        if (query.Has(ApiParameters.ModifiedAfter))
        {
            query.Refuse(ApiParameters.ModifiedAfter, ApiParameters.ModifiedAfter.Description);
        }

        IEnumerable<Guid?> wanted =
        [
            TermOf(query, ApiParameters.Kind, TaxonomyKind.Kind, terms), TermOf(query, ApiParameters.Type, TaxonomyKind.Type, terms), TermOf(query, ApiParameters.Topic, TaxonomyKind.Topic, terms), query.Guid(ApiParameters.TermId),
        ];
        var (served, around) = Postcode(query);
        return new()
        {
            Words = [.. query.Words(ApiParameters.Search), .. query.Words(ApiParameters.Text)],
            IsOpenNow = query.Flag(ApiParameters.OpenNow),
            Municipality = Number(query),
            Served = served,
            Near = query.Near(ApiParameters.Near) ?? around,
            Terms = [.. wanted.OfType<Guid>()],
            Language = query.Text(ApiParameters.Language),
            Accessibility = query.Text(ApiParameters.Accessibility),
            Taxonomy = query.Guid(ApiParameters.TaxonomyId),
            Organization = query.Guid(ApiParameters.OrganizationId),
        };
    }

    /// <summary>Whether a service is wanted, and how far away it is.</summary>
    public bool Takes(RegisterEntry entry, OpenNow open, out double? kilometres)
    {
        kilometres = Near is { } near && entry.Point is { } point ? point.KilometresTo(near.Point) : null;
        return (Near is null || kilometres <= Near.Value.Kilometres)
            && (Municipality is null || entry.Municipality == Municipality || entry.Areas.Contains(Municipality))
            && (Served is null || entry.Areas.Contains(Served))
            && Terms.All(entry.Terms.Contains)
            && (Language is null || entry.Languages.Contains(Language))
            && (Accessibility is null || entry.Access.Contains(Accessibility))
            && (Taxonomy is not { } taxonomy || entry.Terms.Contains(taxonomy))
            && (Organization is null || entry.Organization == Organization)
            && Words.All(entry.Has)
            && (!IsOpenNow || open.Is(entry));
    }

    private static Guid? TermOf(QueryReader query, ApiParameter parameter, TaxonomyKind taxonomy, TermBook terms)
    {
        if (query.Text(parameter) is not { } key)
        {
            return null;
        }

        if (terms.Find(taxonomy, key) is { } term)
        {
            return term.Id;
        }

        query.Refuse(parameter, $"Allowed: {string.Join(", ", terms.All.Where(known => known.Taxonomy == taxonomy).Select(known => known.Key))}.");
        return null;
    }

    private static string? Number(QueryReader query)
    {
        var number = query.Text(ApiParameters.Municipality);
        if (number is not null && PlaceBook.Norway.MunicipalityOf(number) is null)
        {
            query.Refuse(ApiParameters.Municipality);
        }

        return number;
    }

    private static (string? Served, (GeoPoint, double)? Around) Postcode(QueryReader query)
    {
        var (code, metres) = (query.Text(ApiParameters.Postcode), query.Number(ApiParameters.Proximity));
        if (code is null)
        {
            if (metres is not null)
            {
                query.Refuse(ApiParameters.Proximity, "It needs a postcode.");
            }

            return (null, null);
        }

        if (code.Length != 4 || PlaceBook.Norway.Find(code) is not PlaceAnswer.Found { Place: { Kind: PlaceKind.PostalCode } place } || (metres is null && place.Municipality is null) || query.Has(ApiParameters.Near))
        {
            query.Refuse(ApiParameters.Postcode, query.Has(ApiParameters.Near) ? "Either near or postcode." : null);
            return (null, null);
        }

        return metres is { } reach ? (null, (place.Point, reach / 1000d)) : (place.Municipality!.Number, null);
    }
}
