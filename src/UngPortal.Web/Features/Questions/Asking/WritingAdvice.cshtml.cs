using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Features.Safety;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Questions.Asking;

/// <summary>Advice while somebody writes a question or writes on in a thread, for the form's script; keeps and logs nothing.</summary>
[EnableRateLimiting(RateLimits.Search)]
[RequestSizeLimit(MostBytes)]
public sealed class WritingAdviceModel(CrisisDetector detector, SimilarReads similar) : PageModel
{
    private const int MostBytes = 256 * 1024;

    public IActionResult OnGet() => RedirectToPage("Ask");

    public IActionResult OnPost([StringLength(20_000)] string? tekst, bool sett, bool hjelp)
    {
        if (!FetchSite.IsOwnPage(Request))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var text = AskedText.Clean(tekst);
        var advice = Advice.On(text, detector) with { HasPanel = hjelp };
        return Partial("_Advice", sett ? advice : advice.With(similar, text, HttpContext.Language));
    }
}
