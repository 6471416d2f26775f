using Microsoft.Net.Http.Headers;
using UngPortal.Features.Api.Answering;
using UngPortal.Features.Api.Asking;
using UngPortal.Features.Api.Describing;
using UngPortal.Features.Api.Register;
using UngPortal.Features.OpenReferral;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Security;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Api;

/// <summary>The open interface: the register in the shape of Open Referral's HSDS 3.0, for anyone to read.</summary>
public static class ApiFeature
{
    private const string Allowed = "GET, HEAD, OPTIONS";
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RegisterCopy>();
        builder.Services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<RegisterCopy>());
        builder.Services.AddSingleton<IOutboxHandler, TopicsHeard>();
        builder.Services.AddSingleton<ApiLanguage>();
        builder.Services.AddSingleton<ApiAnswers>();
        builder.AddApiDescription();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(ProblemDocument.Prefix).WithMetadata(new CompressedPageAttribute()).RequireRateLimiting(RateLimits.Api).AllowAnonymous();
        Map<AboutDocument>(api, "/", "about", "What this interface is, and the terms of use", ApiParameters.None, AboutAsync);
        Map<PageDocument<ServiceDocument>>(api, "/services", "listServices", "Services, page by page", ApiParameters.Services, ServiceAnswers.ListAsync);
        Map<ServiceDocument>(api, "/services/{id}", "getService", "One service with all that belongs to it", ApiParameters.OneService, ServiceAnswers.OneAsync);
        Map<PageDocument<OrganizationDocument>>(api, "/organizations", "listOrganizations", "Municipalities and others that answer for services in the register", ApiParameters.Organizations, OrganizationAnswers.ListAsync);
        Map<OrganizationDocument>(api, "/organizations/{id}", "getOrganization", "One organisation with its services", ApiParameters.OneOrganization, OrganizationAnswers.OneAsync);
        Map<PageDocument<LocationDocument>>(api, "/locations", "listLocations", "Places to go to, and chats and video calls as virtual places", ApiParameters.Locations, PlaceAnswers.LocationsAsync);
        Map<LocationDocument>(api, "/locations/{id}", "getLocation", "One place", ApiParameters.One, PlaceAnswers.LocationAsync);
        Map<PageDocument<ServiceAtLocationDocument>>(api, "/service_at_locations", "listServiceAtLocations", "Services in their places, with the hours there", ApiParameters.AtLocations, PlaceAnswers.AtLocationsAsync);
        Map<ServiceAtLocationDocument>(api, "/service_at_locations/{id}", "getServiceAtLocation", "One service in one place", ApiParameters.One, PlaceAnswers.AtLocationAsync);
        Map<PageDocument<TaxonomyDocument>>(api, "/taxonomies", "listTaxonomies", "The taxonomies: topics, types and kinds", ApiParameters.Taxonomies, TaxonomyAnswers.ListAsync);
        Map<TaxonomyDocument>(api, "/taxonomies/{id}", "getTaxonomy", "One taxonomy", ApiParameters.One, TaxonomyAnswers.OneAsync);
        Map<PageDocument<TaxonomyTermDocument>>(api, "/taxonomy_terms", "listTaxonomyTerms", "The terms of taxonomies", ApiParameters.Terms, TaxonomyAnswers.TermsAsync);
        Map<TaxonomyTermDocument>(api, "/taxonomy_terms/{id}", "getTaxonomyTerm", "One term", ApiParameters.One, TaxonomyAnswers.TermAsync);
        api.Map("/{**rest}", RefuseAsync).ExcludeFromDescription();
        api.MapMethods("/{**rest}", [HttpMethods.Options], Permit).ExcludeFromDescription();
        api.MapMethods("/openapi.json", Methods, (HttpContext context, ApiDescription description) => description.SendAsync(context)).ExcludeFromDescription();
    }

    private static void Map<T>(RouteGroupBuilder api, string path, string name, string summary, IReadOnlyList<ApiParameter> parameters, Func<ApiRequest, Task<object?>> make) =>
        api.MapMethods(path, Methods, (HttpContext context, ApiAnswers answers) => answers.AnswerAsync(context, make))
            .WithName(name).WithTags("HSDS").WithSummary(summary).WithMetadata(new ApiParameterList(parameters))
            .Produces<T>().Produces<ProblemDocument>(StatusCodes.Status400BadRequest, ProblemDocument.ContentType);

    private static Task RefuseAsync(HttpContext context)
    {
        ApiAnswers.Open(context.Response);
        var isRead = Methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase);
        if (!isRead)
        {
            context.Response.Headers.Allow = Allowed;
        }

        return ApiAnswers.SendAsync(context, ProblemDocument.Of(isRead ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed));
    }

    /// <summary>Browsers ask for leave before another site's page may send If-None-Match.</summary>
    private static IResult Permit(HttpContext context)
    {
        ApiAnswers.Open(context.Response);
        var headers = context.Response.Headers;
        (headers.Allow, headers.AccessControlAllowMethods, headers.AccessControlAllowHeaders, headers.AccessControlMaxAge) = (Allowed, string.Join(", ", Methods), HeaderNames.IfNoneMatch, "86400");
        return Results.NoContent();
    }

    private static Task<object?> AboutAsync(ApiRequest request)
    {
        var site = request.Setting.Site;
        return Task.FromResult<object?>(new AboutDocument { Version = "3.0", Profile = site.Absolute("/api"), OpenapiUrl = site.Absolute(ProblemDocument.Prefix + "/openapi.json"), Licences = Licences.In(request.Setting.Texts) });
    }
}
