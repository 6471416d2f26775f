using System.Globalization;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Publications;
using UngPortal.Features.Questions.Codes;
using UngPortal.Features.Safety;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Questions.Asking;

[CompressedPage]
public sealed class AskModel(
    PortalDbContext db, VisitorWrites writes, QuestionInbox inbox, FormKeys keys, CodeHashing codes, ThreadVisits visits, AskGate gate, CrisisDetector detector, CatalogueCopy catalogue, SimilarReads similar) : PageModel
{
    [BindProperty(Name = "")]
    public AskForm Input { get; set; } = new();

    public AskView View { get; private set; } = null!;

    /// <summary>What could not be read counts as not filled in; the binder's own messages are in English and repeat what was typed.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => ModelState.Clear();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new AskForm { Nokkel = keys.New() };
        await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var key = keys.Read(Input.Nokkel);
        await ShowAsync(cancellationToken);
        (await new AskForm.Validator(View.Topics).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity);
        }

        if (View.Ending is { } ending)
        {
            return (View = View with { IsOver = View.Advice.IsRed }).IsOver ? Page() : RedirectToPage(ending);
        }

        if (View.Topics is null)
        {
            return Refuse(StatusCodes.Status503ServiceUnavailable, "Ask_NotSaved");
        }

        if (!Input.Sett && (View = View.WithSimilar(similar, HttpContext.Language)).Between.Count > 0)
        {
            return Page();
        }

        if (await gate.RefusalAsync(HttpContext, key, View, cancellationToken) is { } refusal)
        {
            Response.Headers.RetryAfter = refusal.Wait is { } wait ? Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture) : default;
            return Refuse(refusal.Status, refusal.MessageKey, refusal.Field);
        }

        var (thread, codeHash) = (Guid.Empty, inbox.CodeHashOf(key!));
        if (!await writes.TryAsync(db, async stop => thread = await inbox.AskAsync(key!, codeHash, Input.ToAsker(HttpContext.Language.Code), Input.Text, View.Advice.Severity, stop), cancellationToken))
        {
            return Refuse(StatusCodes.Status503ServiceUnavailable, "Ask_NotSaved");
        }

        if (thread == Guid.Empty)
        {
            Input.Nokkel = null; // This very form was sent before, and its question is deleted: what is sent now is a new one.
            return Refuse(StatusCodes.Status422UnprocessableEntity, "Ask_Stale");
        }

        visits.Begin(HttpContext, thread, codes.CodeOf(key!).ToString());
        return RedirectToPage("Receipt");
    }

    /// <summary>The form comes back with all that was written. A key that may have been kept stays, so that sending again is the same question.</summary>
    private PageResult Refuse(int status, string? message = null, string field = "")
    {
        Response.StatusCode = status;
        if (message is not null)
        {
            ModelState.AddModelError(field, message);
        }

        if (keys.Read(Input.Nokkel) is null)
        {
            Input.Nokkel = keys.New();
            ModelState.Remove(nameof(AskForm.Nokkel));
        }

        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken) => View = await AskView.OfAsync(Input, Advice.On(Input.Text, detector), catalogue, gate, cancellationToken);
}
