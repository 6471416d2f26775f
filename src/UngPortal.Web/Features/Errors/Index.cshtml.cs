using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Errors;

/// <summary>The friendly page behind every error status. It needs no database and answers every verb.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class IndexModel : PageModel
{
    private static readonly int[] Known = [404, 410, 413, 422, 429, 500, 503];

    public int Status { get; private set; }

    /// <summary>The text to show: a status without a text of its own borrows the nearest.</summary>
    public int Told => Known.Contains(Status) ? Status : Status >= 500 ? 500 : Status == 400 ? 422 : 404;

    /// <summary>What a form held that the site could not take.</summary>
    public IReadOnlyList<string> Written { get; private set; } = [];

    /// <summary>Machines get the same in their own tongue, whatever they tried.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (ProblemDocument.IsFor(HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? HttpContext.PathWithoutLanguage))
        {
            Show(Response.StatusCode);
            Response.Headers.AccessControlAllowOrigin = "*";
            Response.Headers.AccessControlExposeHeaders = ProblemDocument.Exposed;
            context.Result = new ContentResult { StatusCode = Status, ContentType = ProblemDocument.ContentType, Content = ProblemDocument.Of(Status).ToJson() };
        }
    }

    public void OnGet(int status) => Show(status);

    public async Task OnPostAsync(int status, CancellationToken cancellationToken)
    {
        Show(status);
        Written = Status is StatusCodes.Status404NotFound or >= StatusCodes.Status500InternalServerError ? await WrittenText.ReadAsync(HttpContext, cancellationToken) : [];
    }

    private void Show(int status)
    {
        var given = Response.StatusCode >= StatusCodes.Status400BadRequest ? Response.StatusCode : status;
        Status = given is >= 400 and <= 599 ? given : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
    }
}
