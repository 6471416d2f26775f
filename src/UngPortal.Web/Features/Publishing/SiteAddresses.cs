using UngPortal.Features.Publications;

namespace UngPortal.Features.Publishing;

/// <summary>Knows which addresses of this site lead somewhere today. Asks the routes and the catalogue, never the net. Source: ASVS 5.0 V1.3.6.</summary>
public sealed class SiteAddresses(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> _fixed = new(() =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/'))
            .Where(route => !route.Contains('{', StringComparison.Ordinal) && !route.StartsWith("/admin", StringComparison.Ordinal)),
    ]);

    /// <summary>Whether a link to a page of the site, without language, leads somewhere; the text's own address does.</summary>
    public bool Leads(string address, Draft from, Catalogue catalogue, DateTime now)
    {
        var path = address.Split('?', '#')[0];
        path = path.Length > 1 ? path.TrimEnd('/') : path;
        bool IsThere(PublicationKind kind, string slug) => (kind == from.Kind && slug == from.Slug) || catalogue.Find(kind, slug)?.IsLive(now) == true;
        return path.Split('/') switch
        {
            [""] => true,
            ["", "artikler", var slug] => IsThere(PublicationKind.Article, slug),
            ["", "video", var slug] => IsThere(PublicationKind.Video, slug),
            ["", "illustrasjoner", var slug] => IsThere(PublicationKind.Illustration, slug),
            ["", "tema", var slug] => catalogue.Topics.Find(slug) is not null,
            ["", var slug] => _fixed.Value.Contains(path) || IsThere(PublicationKind.Page, slug),
            _ => _fixed.Value.Contains(path),
        };
    }
}
