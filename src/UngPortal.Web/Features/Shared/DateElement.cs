using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using UngPortal.Kernel;

namespace UngPortal.Features.Shared;

/// <summary>A date as people read it, and as machines do.</summary>
/// <remarks>Written straight to the page: as a part of its own it would cost more than all that it says.</remarks>
public static class DateElement
{
    public static IHtmlContent Of(Language language, DateOnly date)
    {
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        time.InnerHtml.Append(language.Date(date));
        return time;
    }
}
