using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace UngPortal.Features.Accounts.External;

/// <summary>The first page of our own after a provider: what leads on from here carries the strict session cookie.</summary>
[AllowAnonymous]
public sealed class DoneModel : PageModel
{
    public string To { get; private set; } = "/admin";

    public void OnGet([FromQuery, StringLength(500)] string? til)
    {
        To = Url.IsLocalUrl(til) && til.All(c => char.IsAscii(c) && c is > ' ' and not ';') ? til : "/admin";
        Response.Headers["Refresh"] = $"0; url={To}";
    }
}
