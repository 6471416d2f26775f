using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Questions.Checking;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Questions.Asking;

/// <summary>Shows the code, and what happens now. A reload shows it again for as long as the visit lasts and sends nothing.</summary>
public sealed class ReceiptModel(ThreadVisits visits, ThreadReading reading) : PageModel
{
    public string Code { get; private set; } = "";

    public ThreadView Thread { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (visits.Of(HttpContext) is not { Code.Length: > 0 } visit || await reading.OfAsync(visit.ThreadId, HttpContext.Language, cancellationToken) is not { } thread)
        {
            return RedirectToPage("/Questions/Checking/Index");
        }

        (Code, Thread) = (visit.Code, thread);
        return Page();
    }

    /// <summary>The code is written down: it leaves the browser too.</summary>
    public IActionResult OnPost()
    {
        visits.End(HttpContext);
        return RedirectToPage("/Home/Index");
    }
}
