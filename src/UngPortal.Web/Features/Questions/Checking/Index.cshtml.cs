using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions.Codes;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Checking;

/// <summary>Looks a code up, by form post only. What is unknown, expired or withdrawn looks the same in every way.</summary>
public sealed class IndexModel(PortalDbContext db, CodeHashing codes, CodeTries tries, ThreadVisits visits) : PageModel
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
        if (string.IsNullOrWhiteSpace(Kode))
        {
            return Refuse("Check_Empty", StatusCodes.Status422UnprocessableEntity);
        }

        var one = tries.Begin(HttpContext.Connection.RemoteIpAddress);
        if (one.Wait is { } wait)
        {
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Refuse("Check_Wait", StatusCodes.Status429TooManyRequests);
        }

        try
        {
            if (await FindAsync(AnswerCode.Parse(Kode), cancellationToken) is not { } thread)
            {
                return Refuse("Check_Unknown", StatusCodes.Status422UnprocessableEntity);
            }

            tries.Forgive(one);
            visits.Begin(HttpContext, thread);
            return RedirectToPage("Thread");
        }
        catch (Exception problem) when (VisitorWrites.IsAway(problem))
        {
            tries.Forgive(one);
            return Refuse("Check_Away", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<Guid?> FindAsync(AnswerCode? code, CancellationToken cancellationToken)
    {
        var hash = codes.HashOf(code);
        return await db.QuestionThreads.Where(thread => thread.CodeHash == hash).Select(thread => (Guid?)thread.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private PageResult Refuse(string messageKey, int status)
    {
        ModelState.AddModelError(nameof(Kode), messageKey);
        Response.StatusCode = status;
        return Page();
    }
}
