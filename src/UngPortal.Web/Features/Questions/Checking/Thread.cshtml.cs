using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Questions.Asking;
using UngPortal.Features.Questions.Codes;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Questions.Checking;

/// <summary>The thread of the visit that is going on, and all that its owner may do with it.</summary>
public sealed class ThreadModel(
    PortalDbContext db, VisitorWrites writes, ThreadVisits visits, CodeOpening opening, ThreadReading reading, ThreadReplies replies, QuestionInbox inbox, FormKeys keys, ThreadForms forms) : PageModel
{
    private ThreadVisits.Visit? _visit;
    private ThreadForm? _sent;

    /// <summary>What was typed; it stays when it can't be kept.</summary>
    [BindProperty, StringLength(20_000)]
    public string? Mer { get; set; }

    [BindProperty, StringLength(20_000)]
    public string? Oppfolging { get; set; }

    [BindProperty, StringLength(500)]
    public string? Nokkel { get; set; }

    /// <summary>Asked for beside what was typed when the visit is over.</summary>
    [BindProperty, StringLength(AnswerCode.TypedMaxLength * 10)]
    public string? Kode { get; set; }

    /// <summary>Null when the visit is over: then the page shows what was typed alone.</summary>
    public ThreadView? Thread { get; private set; }

    /// <summary>What may be written now; null when nothing may.</summary>
    public ThreadForm? Form { get; private set; }

    /// <summary>What was typed and has no form any more.</summary>
    public string? Unsent { get; private set; }

    /// <summary>What could not be read counts as not filled in; the binder's own messages are in English and repeat what was typed.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ModelState.Clear();
        _visit = visits.GoOn(HttpContext);
    }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Takes back what is not answered yet.</summary>
    public Task<IActionResult> OnPostTrekkAsync(CancellationToken cancellationToken) =>
        KeepAsync((visit, stop) => replies.WithdrawAsync(visit, stop), "trukket", "", cancellationToken);

    public Task<IActionResult> OnPostMerAsync(CancellationToken cancellationToken) =>
        SendAsync(new(ThreadForm.Addition, Mer, null, null), (visit, text, stop) => replies.AddMoreAsync(visit, text, stop), cancellationToken);

    public Task<IActionResult> OnPostFolgAsync(CancellationToken cancellationToken) =>
        SendAsync(new(ThreadForm.FollowUp, Oppfolging, Nokkel, null), (visit, text, stop) => inbox.FollowUpAsync(visit, keys.Read(Nokkel)!, text, stop), cancellationToken);

    public Task<IActionResult> OnPostVurderAsync(Guid sporsmal, bool? hjalp, CancellationToken cancellationToken) =>
        KeepAsync((visit, stop) => hjalp is { } helped ? replies.RateAsync(visit, sporsmal, helped, stop) : Task.FromResult(false), "takk", "", cancellationToken);

    public IActionResult OnPostAvslutt()
    {
        visits.End(HttpContext);
        return RedirectToPage("Index");
    }

    private async Task<IActionResult> SendAsync(ThreadForm sent, Func<Guid, string, CancellationToken, Task<bool>> write, CancellationToken cancellationToken)
    {
        _sent = sent;
        var text = AskedText.Clean(sent.Text);
        if (_visit is null && text.Length > 0 && !string.IsNullOrWhiteSpace(Kode))
        {
            (_visit, var refusal) = await opening.OpenAsync(HttpContext, Kode, cancellationToken);
            if (refusal is not null)
            {
                ModelState.AddModelError(nameof(Kode), refusal.MessageKey);
                return await ShowAsync(cancellationToken, refusal.Status);
            }
        }

        var (field, error) = !sent.IsAddition && keys.Read(sent.Key) is null ? ("", "Ask_Stale") : (sent.Field, sent.Error());
        if (error is not null)
        {
            ModelState.AddModelError(field, error);
            return await ShowAsync(cancellationToken);
        }

        return await KeepAsync((visit, stop) => write(visit, text, stop), "sendt", field, cancellationToken);
    }

    private async Task<IActionResult> KeepAsync(Func<Guid, CancellationToken, Task<bool>> write, string done, string field, CancellationToken cancellationToken)
    {
        if (_visit is not { } visit)
        {
            return await ShowAsync(cancellationToken);
        }

        var isDone = false;
        if (!await writes.TryAsync(db, async stop => isDone = await write(visit.ThreadId, stop), cancellationToken))
        {
            ModelState.AddModelError(field, "Ask_NotSaved");
            return await ShowAsync(cancellationToken, StatusCodes.Status503ServiceUnavailable);
        }

        if (!isDone)
        {
            ModelState.AddModelError(field, "Thread_Moved");
            return await ShowAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
        return await reading.OfAsync(visit.ThreadId, HttpContext.Language, cancellationToken) is null ? Ended("trukket") : LocalRedirect($"~/sjekk-svar/samtale?gjort={done}");
    }

    private RedirectToPageResult Ended(string told)
    {
        visits.End(HttpContext);
        return RedirectToPage("Index", new { gjort = told });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Thread = _visit is null ? null : await reading.OfAsync(_visit.ThreadId, HttpContext.Language, cancellationToken);
        var typed = AskedText.Clean(_sent?.Text);
        if (Thread is null && typed.Length == 0)
        {
            return Ended("utlopt");
        }

        if (Thread is null && !ModelState.ContainsKey(nameof(Kode)))
        {
            visits.End(HttpContext);
            ModelState.Clear();
            ModelState.AddModelError(nameof(Kode), "Thread_OverKept");
        }

        Nokkel = keys.Read(Nokkel) is null ? keys.New() : Nokkel;
        ModelState.Remove(nameof(Nokkel));
        Form = await forms.OfAsync(Thread, _sent, Nokkel, Kode, cancellationToken);
        Unsent = typed.Length > 0 && _sent!.Field != Form?.Field && !Thread!.Has(typed) ? typed : null;
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : status;
        return Page();
    }
}
