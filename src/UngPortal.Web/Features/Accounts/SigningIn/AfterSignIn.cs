using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace UngPortal.Features.Accounts.SigningIn;

/// <summary>Where a sign-in leads, and how it is refused.</summary>
internal static class AfterSignIn
{
    public const int MaxLength = 500;

    /// <summary>The wish, if it is a path of this site; else the staff area's home. Source: ASVS 5.0 V5.1.5.</summary>
    public static string Local(IUrlHelper url, string? to) =>
        to is { Length: <= MaxLength } && url.IsLocalUrl(to) && to[0] == '/' && !to.Any(char.IsControl) && !to.Contains('\\', StringComparison.Ordinal) ? to : "/admin";

    /// <summary>The page again with one message and nothing else, so that no two reasons look different.</summary>
    public static PageResult Refused(this PageModel page, string messageKey, int status)
    {
        page.ModelState.Clear();
        page.ModelState.AddModelError("", messageKey);
        page.Response.StatusCode = status;
        if (status == StatusCodes.Status429TooManyRequests)
        {
            page.Response.Headers.RetryAfter = "900";
        }

        return page.Page();
    }
}
