using Microsoft.Extensions.Options;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Shared;

public static class VisitorChoiceWiring
{
    private static readonly string[] QueryKeys = ["side", "tema", "alder"];

    /// <summary>Adds the visitor's choices; the page cache keeps a copy for each combination.</summary>
    public static void AddVisitorChoice(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<AgeBandOptions>().BindConfiguration(AgeBandOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<VisitorChoice>();
        builder.Services.AddOptions<PageCacheOptions>().Configure<IOptions<PublicAddress>, IOptions<AgeBandOptions>>((cache, site, bands) =>
        {
            foreach (var key in QueryKeys)
            {
                cache.QueryKeys.Add(key);
            }

            cache.VaryByCookie[site.Value.CookieName(VisitorChoice.BandCookie)] = bands.Value.All.Select(band => band.Key).ToHashSet(StringComparer.Ordinal);
            cache.VaryByCookie[site.Value.CookieName(VisitorChoice.AppearanceCookie)] = VisitorChoice.Appearances.ToHashSet(StringComparer.Ordinal);
        });
    }
}
