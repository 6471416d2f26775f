using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Caching;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>Every address of the site in one table: route · page or endpoint · methods · who · rate limit · cache.</summary>
[Collection(ShippedSite.Name)]
public sealed class RouteTableTests(PortalApp app)
{
    /// <summary>How the framework finds bundled files that were not published; it is not there in production.</summary>
    private const string UnpublishedFiles = "{**path:file}";

    /// <summary>The one table; <see cref="AccessTableTests"/> asks each of its staff addresses as every role.</summary>
    internal static readonly string[] Table =
    [
        "/ · Home/Index · GET · everyone · all · cached to the minute",
        "/admin · StaffHome/Index · GET · staff · all · not cached",
        "/admin/avverging · Averting/Handling/Index · GET · Expert,ExpertReviewer,YouthAnswerer,TriageEditor,SafeguardingOfficer · all · not cached",
        "/admin/avverging/ny · Averting/Handling/New · GET, POST · Expert,ExpertReviewer,YouthAnswerer,TriageEditor,SafeguardingOfficer · all · not cached",
        "/admin/avverging/{id:guid} · Averting/Handling/Case · GET · Expert,ExpertReviewer,YouthAnswerer,TriageEditor,SafeguardingOfficer + fresh-sign-in · all · not cached",
        "/admin/avverging/{id:guid}/steg · Averting/Handling/Step · GET, POST · Expert,ExpertReviewer,TriageEditor,SafeguardingOfficer · all · not cached",
        "/admin/bekreft · Accounts/MyAccount/Confirm · GET, POST · staff · forms · not cached",
        "/admin/folk · Accounts/People/Index · GET · OrganisationAdmin,PortfolioManager,PlatformAdmin · all · not cached",
        "/admin/folk/inviter · Accounts/People/Invite · GET, POST · OrganisationAdmin,PortfolioManager,PlatformAdmin + fresh-sign-in · all · not cached",
        "/admin/folk/{id:int} · Accounts/People/Person · GET · OrganisationAdmin,PortfolioManager,PlatformAdmin · all · not cached",
        "/admin/folk/{id:int}/endre · Accounts/People/Change · GET, POST · OrganisationAdmin,PortfolioManager,PlatformAdmin + fresh-sign-in · all · not cached",
        "/admin/glemt-passord · Accounts/SigningIn/Forgotten · GET, POST · everyone · forms · not cached",
        "/admin/innhold · Publishing/Desk/Index · GET · Editor,ChiefEditor,Expert,ExpertReviewer,Clinician,SafeguardingOfficer · all · not cached",
        "/admin/innhold/filer · Publishing/Files/Index · GET · ChiefEditor · all · not cached",
        "/admin/innhold/filer/{type}/{slug} · Publishing/Files/Compare · GET, POST · ChiefEditor · all · not cached",
        "/admin/innhold/ny · Publishing/Desk/New · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/innhold/publisert · Publishing/Live/Index · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/innhold/rapport · Publishing/Reports/Index · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/innhold/{id:int} · Publishing/Editing/Editor · GET, POST · Editor,ChiefEditor,Expert,ExpertReviewer,Clinician,SafeguardingOfficer · all · not cached",
        "/admin/innhold/{id:int}/autolagring · Publishing/Editing/Autosave · POST · Editor,ChiefEditor · all · not cached",
        "/admin/innhold/{id:int}/film · Publishing/Filming/Film · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/innhold/{id:int}/fjern-sprak · Publishing/Editing/LanguageRemoval · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/innhold/{id:int}/forhandsvisning · Publishing/Editing/Preview · POST · Editor,ChiefEditor,Expert,ExpertReviewer,Clinician,SafeguardingOfficer · all · not cached",
        "/admin/innhold/{id:int}/historikk · Publishing/History/Index · GET, POST · Editor,ChiefEditor,Expert,ExpertReviewer,Clinician,SafeguardingOfficer · all · not cached",
        "/admin/innhold/{id:int}/kommentar · Publishing/Editing/Comment · POST · Editor,ChiefEditor,Expert,ExpertReviewer,Clinician,SafeguardingOfficer · all · not cached",
        "/admin/innhold/{id:int}/steg · Publishing/Editing/Step · POST · Editor,ChiefEditor,Expert,ExpertReviewer,Clinician,SafeguardingOfficer · all · not cached",
        "/admin/invitasjon/{token} · Accounts/Joining/Join · GET, POST · everyone · forms · not cached",
        "/admin/logg-inn · Accounts/SigningIn/SignIn · GET, POST · everyone · forms · not cached",
        "/admin/logg-inn/avslag · Accounts/External/Refused · GET · everyone · all · not cached",
        "/admin/logg-inn/ferdig · Accounts/External/Done · GET · everyone · all · not cached",
        "/admin/logg-inn/gjenopprettingskode · Accounts/SigningIn/Recovery · GET, POST · everyone · forms · not cached",
        "/admin/logg-inn/kode · Accounts/SigningIn/Code · GET, POST · everyone · forms · not cached",
        "/admin/logg-inn/nokkel · Accounts/Passkeys/PasskeySignIn · GET, POST · everyone · forms · not cached",
        "/admin/logg-inn/via/{key} · Accounts/External/Start · GET · everyone · all · not cached",
        "/admin/logg-ut · Accounts/SigningIn/SignOut · GET, POST · staff · all · not cached",
        "/admin/medier · MediaLibrary/Browsing/Index · GET · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/medier/film · MediaLibrary/Films/Browsing/Index · GET · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/medier/film/ny · MediaLibrary/Films/Uploading/New · GET, POST · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/medier/film/{name} · MediaLibrary/Films/Editing/Show · GET, POST · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/medier/film/{name}/del · MediaLibrary/Films/Uploading/Piece · GET, POST · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/medier/film/{name}/plakat · MediaLibrary/Films/Editing/Poster · GET, POST · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/medier/film/{name}/teksting · MediaLibrary/Films/Editing/Captions · GET, POST · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/medier/ny · MediaLibrary/Uploading/Upload · GET, POST · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/medier/{name} · MediaLibrary/Editing/Item · GET, POST · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/medier/{name}/bytt · MediaLibrary/Editing/Replace · GET, POST · Editor,ChiefEditor,Expert · all · not cached",
        "/admin/min-konto · Accounts/MyAccount/Index · GET, POST · staff · all · not cached",
        "/admin/min-konto/app · Accounts/MyAccount/App · GET, POST · fresh-sign-in · forms · not cached",
        "/admin/min-konto/koder · Accounts/MyAccount/Codes · GET, POST · fresh-sign-in · forms · not cached",
        "/admin/min-konto/nokler · Accounts/Passkeys/Index · GET, POST · fresh-sign-in · forms · not cached",
        "/admin/min-konto/passord · Accounts/MyAccount/Password · GET, POST · fresh-sign-in · forms · not cached",
        "/admin/nytt-passord/{token} · Accounts/SigningIn/NewPassword · GET, POST · everyone · forms · not cached",
        "/admin/oppsett/{token} · Accounts/Joining/Setup · GET, POST · everyone · forms · not cached",
        "/admin/organisasjoner · Organisations/Editing/Index · GET · PortfolioManager,PlatformAdmin · all · not cached",
        "/admin/organisasjoner/ny · Organisations/Editing/New · GET, POST · PortfolioManager,PlatformAdmin · all · not cached",
        "/admin/organisasjoner/{id:int} · Organisations/Editing/Record · GET, POST · PortfolioManager,PlatformAdmin · all · not cached",
        "/admin/organisasjoner/{id:int}/avtaler · Organisations/Editing/Agreements · GET, POST · PortfolioManager,PlatformAdmin · all · not cached",
        "/admin/revisjon · Auditing/Index · GET · OrganisationAdmin,PlatformAdmin · all · not cached",
        "/admin/revisjon/eksport · Auditing/Export · GET, POST · OrganisationAdmin,PlatformAdmin + fresh-sign-in · all · not cached",
        "/admin/sporsmal · Questions/Desk/Index · GET, POST · Expert,ExpertReviewer,YouthAnswerer,TriageEditor,SafeguardingOfficer,Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/avtaler · Questions/Agreements/Index · GET · PortfolioManager,ChiefEditor,OrganisationAdmin · all · not cached",
        "/admin/sporsmal/fortsatt-riktig · Answers/Reviewing/Index · GET, POST · Editor,ChiefEditor,ExpertReviewer · all · not cached",
        "/admin/sporsmal/live · endpoint · CONNECT, GET · Expert,ExpertReviewer,YouthAnswerer,TriageEditor,SafeguardingOfficer,Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/live/negotiate · endpoint · POST · Expert,ExpertReviewer,YouthAnswerer,TriageEditor,SafeguardingOfficer,Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/publisering/{id:guid?} · Questions/Publishing/Index · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/samtaler · Questions/WellBeing/Index · GET, POST · ChiefEditor,TriageEditor,SafeguardingOfficer · all · not cached",
        "/admin/sporsmal/snakke · Questions/WellBeing/Ask · GET, POST · Expert,ExpertReviewer,YouthAnswerer,TriageEditor,SafeguardingOfficer,Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/sortering/{id:guid?} · Questions/Triage/Index · GET, POST · TriageEditor,SafeguardingOfficer · all · not cached",
        "/admin/sporsmal/stengt · Questions/Closing/Index · GET, POST · ChiefEditor,TriageEditor · all · not cached",
        "/admin/sporsmal/stengt/{id:int} · Questions/Closing/Period · GET, POST · ChiefEditor,TriageEditor · all · not cached",
        "/admin/sporsmal/svar · Questions/Correcting/Find · GET · ExpertReviewer,SafeguardingOfficer,Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/svar/{publicId:int} · Questions/Correcting/Public · GET, POST · Expert,ExpertReviewer,SafeguardingOfficer,Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/tekstbiter · Questions/Snippets/Index · GET · Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/tekstbiter/ny · Questions/Snippets/New · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/tekstbiter/{id:int} · Questions/Snippets/Edit · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/sporsmal/varsler · Questions/Digests/Index · GET, POST · Expert,ExpertReviewer,YouthAnswerer,ChiefEditor,TriageEditor,SafeguardingOfficer · all · not cached",
        "/admin/sporsmal/{id:guid} · Questions/Answering/Answer · GET, POST · Expert,ExpertReviewer,YouthAnswerer · all · not cached",
        "/admin/sporsmal/{id:guid}/les · Questions/Reviewing/Review · GET, POST · ExpertReviewer,SafeguardingOfficer · all · not cached",
        "/admin/sporsmal/{id:guid}/rett · Questions/Correcting/Own · GET, POST · Expert,ExpertReviewer,SafeguardingOfficer,Editor,ChiefEditor · all · not cached",
        "/admin/svarere · Experts/Editing/Index · GET · ChiefEditor,OrganisationAdmin · all · not cached",
        "/admin/svarere/{id:int} · Experts/Editing/Profile · GET, POST · ChiefEditor,OrganisationAdmin · all · not cached",
        "/admin/tjenester · Services/Upkeep/Index · GET · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/tjenester/eksport · ServiceImports/Exporting/Export · GET, POST · ServiceAssurer,Editor,ChiefEditor + fresh-sign-in · all · not cached",
        "/admin/tjenester/import · ServiceImports/Importing/Index · GET, POST · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/tjenester/import/{id:int} · ServiceImports/Importing/Run · GET, POST · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/tjenester/meldinger · Services/Upkeep/Reports · GET, POST · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/tjenester/ny · Services/Upkeep/New · GET, POST · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/tjenester/{id:int} · Services/Upkeep/Record · GET, POST · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/tjenester/{id:int}/kontakt · Services/Upkeep/Contact · GET, POST · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/tjenester/{id:int}/kriterier · Services/Upkeep/Criteria · GET, POST · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/tjenester/{id:int}/opplysninger · Services/Upkeep/Facts · GET, POST · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/tjenester/{id:int}/unntak · Services/Upkeep/Exceptions · GET, POST · ServiceAssurer,Editor,ChiefEditor · all · not cached",
        "/admin/verktoy · SelfHelpTools/Certifying/Index · GET · Editor,ChiefEditor,ToolAssessor · all · not cached",
        "/admin/verktoy/kriterier · SelfHelpTools/Editions/Index · GET, POST · Editor,ChiefEditor,ToolAssessor · all · not cached",
        "/admin/verktoy/kriterier/{number:int} · SelfHelpTools/Editions/Edition · GET, POST · Editor,ChiefEditor,ToolAssessor · all · not cached",
        "/admin/verktoy/ny · SelfHelpTools/Certifying/New · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/verktoy/{id:int} · SelfHelpTools/Certifying/Record · GET, POST · Editor,ChiefEditor,ToolAssessor · all · not cached",
        "/admin/verktoy/{id:int}/avgjorelse · SelfHelpTools/Certifying/Decision · GET, POST · ChiefEditor · all · not cached",
        "/admin/verktoy/{id:int}/fakta · SelfHelpTools/Certifying/Facts · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/verktoy/{id:int}/meldinger · SelfHelpTools/Certifying/Reports · GET, POST · Editor,ChiefEditor,ToolAssessor · all · not cached",
        "/admin/verktoy/{id:int}/skjermbilder · SelfHelpTools/Certifying/Screenshots · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/verktoy/{id:int}/ungdomspanel · SelfHelpTools/Certifying/PanelTest · GET, POST · Editor,ChiefEditor · all · not cached",
        "/admin/verktoy/{id:int}/vurdering/{part} · SelfHelpTools/Certifying/Assess · GET, POST · Editor,ChiefEditor,ToolAssessor · all · not cached",
        "/admin/verktoy/{id:int}/vurdering/{part}/les · SelfHelpTools/Certifying/Review · GET, POST · Editor,ChiefEditor,ToolAssessor · all · not cached",
        "/api · Api/Documentation/Index · GET · everyone · all · cached",
        "/api/prov · Api/Documentation/Explore · GET · everyone · all · not cached",
        "/api/v1/ · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/locations · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/locations/{id} · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/openapi.json · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/organizations · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/organizations/{id} · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/service_at_locations · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/service_at_locations/{id} · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/services · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/services/{id} · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/taxonomies · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/taxonomies/{id} · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/taxonomy_terms · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/taxonomy_terms/{id} · endpoint · GET, HEAD · everyone · api · compressed",
        "/api/v1/{**rest} · endpoint · OPTIONS · everyone · api · compressed",
        "/api/v1/{**rest} · endpoint · any · everyone · api · compressed",
        "/artikler · Articles/Index · GET · everyone · all · cached",
        "/artikler/{slug} · Articles/Article · GET · everyone · all · cached to the minute",
        "/bekreft/{token} · Services/Confirming/Index · GET, POST · everyone · forms · not cached",
        "/csp-rapport · endpoint · POST · everyone · reports · not cached",
        "/feed.atom · endpoint · GET · everyone · all · cached",
        "/feil/{status:int} · Errors/Index · GET, POST · everyone · all · not cached",
        "/finn-hjelp · Choosing/Index · GET · everyone · search · cached to the minute",
        "/forlat · endpoint · GET · everyone · all · not cached",
        "/health/live · endpoint · any · everyone · none · not cached",
        "/health/ready · endpoint · any · everyone · none · not cached",
        "/hjelp-na · Safety/HelpNow · GET · everyone · all · cached to the minute",
        "/hjelp-naer-deg · Services/Finding/Index · GET · everyone · search · not cached",
        "/illustrasjoner · Illustrations/Index · GET · everyone · all · cached",
        "/illustrasjoner/{slug} · Illustrations/Illustration · GET · everyone · all · cached to the minute",
        "/innstillinger/{handler:regex(^token$)?} · Settings/Index · GET, POST · everyone · all · not cached",
        "/media/bilde/{name} · endpoint · GET, HEAD · everyone · none · not cached",
        "/media/film/{name} · endpoint · GET, HEAD · everyone · none · not cached",
        "/robots.txt · endpoint · GET · everyone · all · cached",
        "/sitemap.xml · endpoint · GET · everyone · all · cached",
        "/sjekk-svar · Questions/Checking/Index · GET, POST · everyone · all · not cached",
        "/sjekk-svar/samtale/{handler:regex(^(trekk|mer|folg|vurder|avslutt)$)?} · Questions/Checking/Thread · GET, POST · everyone · all · not cached",
        "/sok · Search/Index · GET · everyone · search · compressed",
        "/sok/forslag · endpoint · GET · everyone · search · not cached",
        "/sporsmal · Answers/Library/Index · GET · everyone · all · cached",
        "/sporsmal/sok · Answers/Library/Search · GET · everyone · search · compressed",
        "/sporsmal/{publicId:int}/{slug?} · Answers/Reading/Answer · GET · everyone · all · cached to the minute",
        "/still-sporsmal · Questions/Asking/Ask · GET, POST · everyone · all · compressed",
        "/still-sporsmal/begynn · Questions/Asking/Begin · GET, POST · everyone · all · not cached",
        "/still-sporsmal/kvittering · Questions/Asking/Receipt · GET, POST · everyone · all · not cached",
        "/still-sporsmal/over-20 · Questions/Asking/Over20 · GET · everyone · all · not cached",
        "/still-sporsmal/rad · Questions/Asking/WritingAdvice · GET, POST · everyone · search · not cached",
        "/still-sporsmal/under-13 · Questions/Asking/Under13 · GET · everyone · all · not cached",
        "/tema · TopicPages/Index · GET · everyone · all · cached",
        "/tema/{slug} · TopicPages/Topic · GET · everyone · all · cached to the minute",
        "/tilbakemelding · Feedback/Index · GET, POST · everyone · forms · not cached",
        "/tilbakemelding/takk · Feedback/Thanks · GET · everyone · all · not cached",
        "/tjenester · Services/Browsing/Index · GET · everyone · all · cached to the minute",
        "/tjenester/{slug} · Services/Browsing/Entry · GET · everyone · all · cached to the minute",
        "/tjenester/{slug}/feil · Services/Reporting/Index · GET, POST · everyone · forms · not cached",
        "/tjenester/{slug}/videre · endpoint · POST · everyone · search · not cached",
        "/verktoy · SelfHelpTools/Browsing/Index · GET · everyone · all · cached to the minute",
        "/verktoy/sammenlign · SelfHelpTools/Browsing/Compare · GET · everyone · all · compressed",
        "/verktoy/{slug} · SelfHelpTools/Browsing/Entry · GET · everyone · all · cached to the minute",
        "/verktoy/{slug}/meld-fra · SelfHelpTools/Reporting/Report · GET, POST · everyone · forms · not cached",
        "/video · Videos/Index · GET · everyone · all · cached",
        "/video/{slug} · Videos/Video · GET · everyone · all · cached to the minute",
        "/{slug} · Pages/PlainPage · GET · everyone · all · cached",
    ];

    [Fact]
    public async Task Routes_OfTheSite_AreThoseOfTheTable()
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
        {
            rows.Add(await RowAsync(endpoint));
        }

        Assert.Equal(Table, rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_ThatTheBuildMade_AllLieUnderAssets()
    {
        var files = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.StartsWith("assets/", file.TrimStart('/'), StringComparison.Ordinal));
    }

    private IEnumerable<RouteEndpoint> Endpoints()
    {
        app.CreateVisitor().Dispose();
        return app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText != UnpublishedFiles);
    }

    /// <summary>What a page's attributes say is known once the page is loaded.</summary>
    private async Task<string> RowAsync(RouteEndpoint endpoint)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return string.Join(" · ", route, "endpoint", Methods(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods), Who([.. endpoint.Metadata]), Limit([.. endpoint.Metadata]), Cache([.. endpoint.Metadata]));
        }

        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        var methods = compiled.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).DefaultIfEmpty("GET").Distinct();
        return string.Join(" · ", route, page.ViewEnginePath.TrimStart('/'), Methods(methods), Who([.. compiled.EndpointMetadata]), Limit([.. compiled.EndpointMetadata]), Cache([.. compiled.EndpointMetadata]));
    }

    private static string Methods(IEnumerable<string>? methods) => methods is null ? "any" : string.Join(", ", methods.Order(StringComparer.Ordinal));

    private static string Who(List<object> metadata)
    {
        if (metadata.Exists(item => item is IAllowAnonymous))
        {
            return "everyone";
        }

        var asked = metadata.OfType<IAuthorizeData>().Select(data => data.Roles ?? data.Policy).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return asked.Count == 0 ? "staff" : string.Join(" + ", asked);
    }

    private static string Limit(List<object> metadata) =>
        metadata.Exists(item => item is DisableRateLimitingAttribute) ? "none" : metadata.OfType<EnableRateLimitingAttribute>().LastOrDefault()?.PolicyName ?? "all";

    private static string Cache(List<object> metadata) => metadata.OfType<CachedPageAttribute>().LastOrDefault() switch
    {
        { UntilNextMinute: true } => "cached to the minute",
        { } => "cached",
        null => metadata.Exists(item => item is CompressedPageAttribute) ? "compressed" : "not cached",
    };
}
