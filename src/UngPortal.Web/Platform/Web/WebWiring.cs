using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Platform.Web;

/// <summary>Registers pages, languages, cookies and error pages.</summary>
public static class WebWiring
{
    private const string FormCookie = "skjema";

    /// <summary>Adds what every page stands on.</summary>
    public static void AddPortalWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PublicAddress>().BindConfiguration(PublicAddress.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LanguageOptions>().BindConfiguration(LanguageOptions.Section).ValidateOnStart();
        services.AddOptions<DataFolder.Settings>().BindConfiguration("DataFolder");
        services.AddSingleton<DataFolder>();
        services.AddLocalization();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Nobody here writes keys as jQuery does, and its reader throws over a bracket that is not closed.
        services.AddRazorPages().WithRazorPagesRoot("/Features").AddMvcOptions(mvc => mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>());
        services.AddHealthChecks().AddCheck<DatabaseReady>("database");
        services.AddDataProtection().SetApplicationName("UngPortal");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((keys, folder, loggers) =>
            keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(Directory.CreateDirectory(folder.PathOf("keys")), loggers));
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<PublicAddress>>((antiforgery, site) =>
        {
            Harden(antiforgery.Cookie, site.Value, FormCookie);
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>Shows the friendly page for every error: 503 when the database is away, 500 for the rest.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/feil/500",
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = _ => false,
        });
        app.UseStatusCodePagesWithReExecute("/feil/{0}");
    }

    /// <summary>Maps <c>/health/live</c>, which tests the process alone, and <c>/health/ready</c>, which tests the database and its schema.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).DisableRateLimiting().AllowAnonymous();
        app.MapHealthChecks("/health/ready").DisableRateLimiting().AllowAnonymous();
    }

    /// <summary>A body that is too large or no form at all is the sender's fault, not ours.</summary>
    private static int StatusOf(Exception problem) => problem switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => IsDatabaseAway(problem) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
    };

    private static bool IsDatabaseAway(Exception problem) =>
        problem is DbException or DbUpdateException or TimeoutException || (problem.InnerException is { } inner && IsDatabaseAway(inner));

    private static void Harden(CookieBuilder cookie, PublicAddress site, string name)
    {
        cookie.Name = site.CookieName(name);
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.Path = "/";
        cookie.SecurePolicy = site.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}
