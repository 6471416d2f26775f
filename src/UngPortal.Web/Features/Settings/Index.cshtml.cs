using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Shared;
using UngPortal.Kernel;

namespace UngPortal.Features.Settings;

public sealed class IndexModel(VisitorChoice choice, IAntiforgery antiforgery) : PageModel
{
    private const int KeyMaxLength = 10;
    private const string Automatic = "auto";

    /// <summary>What a link to this page has chosen already, or the form says.</summary>
    [BindProperty(SupportsGet = true, Name = "alder")]
    [System.ComponentModel.DataAnnotations.StringLength(KeyMaxLength)]
    public string? BandKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "tema")]
    [System.ComponentModel.DataAnnotations.StringLength(KeyMaxLength)]
    public string? Appearance { get; set; }

    public IReadOnlyList<AgeBand> Bands => choice.Bands;

    public void OnGet(bool lagret)
    {
        ViewData["Flash"] = lagret ? "Settings_Saved" : null;
        BandKey ??= choice.BandOf(HttpContext)?.Key ?? VisitorChoice.NoBand;
        Appearance ??= choice.AppearanceOf(HttpContext) ?? Automatic;
    }

    /// <summary>The form token for the one-tap choice on the front page, which is cached and can't hold one.</summary>
    public IActionResult OnGetToken() => Content(antiforgery.GetAndStoreTokens(HttpContext).RequestToken!, "text/plain; charset=utf-8");

    public IActionResult OnPost()
    {
        var band = choice.Bands.FirstOrDefault(band => band.Key == BandKey);
        var appearance = VisitorChoice.Appearances.FirstOrDefault(known => known == Appearance);
        if ((band is null && BandKey is not (null or VisitorChoice.NoBand)) || (appearance is null && Appearance is not (null or Automatic)))
        {
            ModelState.AddModelError("", "Settings_Unknown");
            BandKey = VisitorChoice.NoBand;
            Appearance = Automatic;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (BandKey is not null)
        {
            choice.Remember(HttpContext, VisitorChoice.BandCookie, band?.Key);
        }

        if (Appearance is not null)
        {
            choice.Remember(HttpContext, VisitorChoice.AppearanceCookie, appearance);
        }

        return RedirectToPage(new { lagret = true });
    }
}
