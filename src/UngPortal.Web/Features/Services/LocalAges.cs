using Microsoft.Extensions.Localization;

namespace UngPortal.Features.Services;

/// <summary>Says for whom a local service is.</summary>
internal static class LocalAges
{
    /// <summary>Null when nobody has told, or when there is no limit.</summary>
    public static string? Text(Service service, IStringLocalizer texts) => (service.AgeFrom, service.AgeTo) switch
    {
        (null or 0, null) => null,
        (null or 0, { } oldest) => texts["Finder_AgeTo", oldest].Value,
        ({ } youngest, null) => texts["Finder_AgeFrom", youngest].Value,
        ({ } youngest, { } oldest) => texts["Years", $"{youngest}–{oldest}"].Value,
    };
}
