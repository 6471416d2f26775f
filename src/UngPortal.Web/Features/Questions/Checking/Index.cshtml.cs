using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Questions.Codes;

namespace UngPortal.Features.Questions.Checking;

/// <summary>Takes a code, by form post only.</summary>
public sealed class IndexModel(CodeOpening opening) : PageModel
{
    [BindProperty, StringLength(AnswerCode.TypedMaxLength * 10)]
    public string? Kode { get; set; }

    /// <summary>What could not be read counts as not filled in; the binder's own messages are in English and repeat what was typed.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => ModelState.Clear();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await opening.OpenAsync(HttpContext, Kode, cancellationToken)).Refusal is not { } refusal)
        {
            return RedirectToPage("Thread");
        }

        ModelState.AddModelError(nameof(Kode), refusal.MessageKey);
        Response.StatusCode = refusal.Status;
        return Page();
    }
}
