using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;

namespace UngPortal.Features.Api.Asking;

/// <summary>Every parameter, and which endpoint has which.</summary>
internal static class ApiParameters
{
    public const int MostPerPage = 100;
    public const int MostPages = 100_000;

    public static readonly ApiParameter Id = new("id", "string", "The id, a UUID.", "00000000-0000-5000-8000-000000000000") { IsInPath = true };
    public static readonly ApiParameter ServiceId = new("id", "string", "The id, a UUID, or the short name (x-slug).", "112-politi") { IsInPath = true };
    public static readonly ApiParameter Lang = new("lang", "string", "The language of names and texts. Without it Accept-Language decides, and then bokmål. What isn't there in a language is in bokmål.", "en") { Values = ["nb", "nn", "en"] };
    public static readonly ApiParameter Search = new("search", "string", "Words that the name, the description, the type or the municipality has, or begins with; all of them.", "helsestasjon bærum") { IsPrivate = true };
    public static readonly ApiParameter Text = new("text", "string", "The same as search.", "chat") { IsPrivate = true };
    public static readonly ApiParameter Page = new("page", "integer", "The number of the page, from 1. A page behind the last one is empty.", "1") { Least = 1, Most = MostPages };
    public static readonly ApiParameter PerPage = new("per_page", "integer", "How many there are on a page; 20 unless told.", "20") { Least = 1, Most = MostPerPage };
    public static readonly ApiParameter Format = new("format", "string", "The format; there is only one.", "json") { Values = ["json"] };
    public static readonly ApiParameter OpenNow = new("open_now", "boolean", "Only those where somebody answers right now, on any channel. Unknown hours never count as open.", "true");
    public static readonly ApiParameter Municipality = new("municipality", "string", "The four digits of a municipality: services that stand in it, or that are for its people.", "0301");
    public static readonly ApiParameter Near = new("near", "string", "Latitude, longitude and, if wanted, how many kilometres around (up to 3500, 100 unless told): the nearest first. The point must lie in Norway.", "59.91,10.75,25") { IsPrivate = true };
    public static readonly ApiParameter Kind = new("kind", "string", "What it is.", "helpline") { Values = [.. Enum.GetValues<ServiceKind>().Select(TermBook.KeyOf)] };
    public static readonly ApiParameter Type = new("type", "string", "The code of a term of the taxonomy of types.", "hfu");
    public static readonly ApiParameter Topic = new("topic", "string", "The code of a term of the taxonomy of topics; those below it count too.", "kropp-helse-og-sex");
    public static readonly ApiParameter Language = new("language", "string", "A language that one is helped in, as a code of ISO 639; other codes of it, such as nb and nn, are understood too. Only services that have told it.", "en") { Values = SpokenLanguages.All, Find = SpokenLanguages.Find };
    public static readonly ApiParameter Accessibility = new("accessibility", "string", "What there is for people with a disability. Only services that have told it; others may have it too.", "step-free") { Values = ToldFacts.Access };
    public static readonly ApiParameter TermId = new("taxonomy_term_id", "string", "The id of a term, a UUID; those below it count too.", "00000000-0000-5000-8000-000000000000");
    public static readonly ApiParameter TaxonomyId = new("taxonomy_id", "string", "The id of a taxonomy, a UUID: what has any term of it.", "00000000-0000-5000-8000-000000000000");
    public static readonly ApiParameter OrganizationId = new("organization_id", "string", "The id of who answers for it, a UUID.", "00000000-0000-5000-8000-000000000000");
    public static readonly ApiParameter ModifiedAfter = new("modified_after", "string", "Always refused: the register doesn’t know when a service changed. Ask with If-None-Match instead.", "2026-01-01");
    public static readonly ApiParameter Minimal = new("minimal", "boolean", "Only ids, all on one page; not together with page, per_page or full.", "true");
    public static readonly ApiParameter Full = new("full", "boolean", "Everything that is known, with all that belongs to it.", "true");
    public static readonly ApiParameter FullService = new("full_service", "boolean", "With the services, whole.", "true");
    public static readonly ApiParameter Postcode = new("postcode", "string", "A Norwegian postal code: services that are for the people of its municipality; with proximity, those around its middle instead.", "0580") { IsPrivate = true };
    public static readonly ApiParameter Proximity = new("proximity", "integer", "How many metres around the middle of the postcode.", "5000") { Least = 1, Most = 3_500_000 };
    public static readonly ApiParameter TopOnly = new("top_only", "boolean", "Only terms that have none above them.", "true");
    public static readonly ApiParameter ParentId = new("parent_id", "string", "The id of a term, a UUID: those right below it.", "00000000-0000-5000-8000-000000000000");

    public static readonly IReadOnlyList<ApiParameter> None = [];
    public static readonly IReadOnlyList<ApiParameter> One = [Id, Lang];
    public static readonly IReadOnlyList<ApiParameter> OneService = [ServiceId, Lang];
    public static readonly IReadOnlyList<ApiParameter> OneOrganization = [Id, FullService, Lang];
    public static readonly IReadOnlyList<ApiParameter> Services = [Search, Text, OpenNow, Municipality, Near, Kind, Type, Topic, Language, Accessibility, TermId, TaxonomyId, OrganizationId, ModifiedAfter, Minimal, Full, Page, PerPage, Format, Lang];
    public static readonly IReadOnlyList<ApiParameter> AtLocations = [Search, Text, OpenNow, Municipality, Near, Postcode, Proximity, Kind, Type, Topic, Language, Accessibility, TermId, TaxonomyId, OrganizationId, ModifiedAfter, Full, Page, PerPage, Format, Lang];
    public static readonly IReadOnlyList<ApiParameter> Locations = [Search, Text, Municipality, Near, Page, PerPage, Format, Lang];
    public static readonly IReadOnlyList<ApiParameter> Organizations = [Search, FullService, Full, Page, PerPage, Format, Lang];
    public static readonly IReadOnlyList<ApiParameter> Taxonomies = [Search, Page, PerPage, Format, Lang];
    public static readonly IReadOnlyList<ApiParameter> Terms = [Search, TaxonomyId, TopOnly, ParentId, Page, PerPage, Format, Lang];
}
