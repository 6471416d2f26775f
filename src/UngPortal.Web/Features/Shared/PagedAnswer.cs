using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace UngPortal.Features.Shared;

/// <summary>The answer of a page that shows a list: beyond its end it is not found, but still says where the list ends.</summary>
public static class PagedAnswer
{
    public static IActionResult PageOf(this PageModel page, Pager pager)
    {
        if (pager.IsBeyondTheEnd)
        {
            page.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return page.Page();
    }
}
