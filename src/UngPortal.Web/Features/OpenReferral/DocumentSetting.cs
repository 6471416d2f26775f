using Microsoft.Extensions.Localization;
using NodaTime;
using UngPortal.Kernel;
using UngPortal.Platform.Web;

namespace UngPortal.Features.OpenReferral;

/// <summary>What a document is written with.</summary>
/// <param name="Language">In which language; that of the current culture too, which texts are looked up in.</param>
/// <param name="Texts">The site's own words.</param>
/// <param name="Now">For what moment it says who is open.</param>
/// <param name="Terms">What services are sorted by.</param>
/// <param name="Schedules">The rows of opening hours.</param>
/// <param name="Site">The site's address.</param>
public sealed record DocumentSetting(Language Language, IStringLocalizer Texts, Instant Now, TermBook Terms, ScheduleBook Schedules, PublicAddress Site)
{
    public LocalDate Today => Now.InZone(OsloTime.Zone).Date;

    /// <summary>The address of a page in the language.</summary>
    public string Address(string path) => Site.Absolute(Language.PathPrefix + path);
}
