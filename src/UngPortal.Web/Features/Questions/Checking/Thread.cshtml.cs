using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Questions.Asking;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Questions.Checking;

/// <summary>The thread of the visit that is going on, and all that its owner may do with it.</summary>
public sealed class ThreadModel(PortalDbContext db, VisitorWrites writes, ThreadVisits visits, ThreadReading reading, ThreadReplies replies, QuestionInbox inbox, FormKeys keys) : PageModel
{
    private const string Follow = "Oppfolging";
    private const string More = "Mer";

    /// <summary>What was typed; it stays when it can't be kept.</summary>
    [BindProperty, StringLength(20_000)]
    public string? Mer { get; set; }

    [BindProperty, StringLength(20_000)]
    public string? Oppfolging { get; set; }

    [BindProperty, StringLength(500)]
    public string? Nokkel { get; set; }

    public ThreadView Thread { get; private set; } = null!;

    /// <summary>What could not be read counts as not filled in; the binder's own messages are in English and repeat what was typed.</summary>
    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => ModelState.Clear();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Takes back what is not answered yet.</summary>
    public Task<IActionResult> OnPostTrekkAsync(CancellationToken cancellationToken) =>
        KeepAsync((visit, stop) => replies.WithdrawAsync(visit, stop), "trukket", "", cancellationToken);

    public Task<IActionResult> OnPostMerAsync(CancellationToken cancellationToken) =>
        CheckedAsync(More, Mer, 1, Question.AdditionMaxLength, (visit, stop) => replies.AddMoreAsync(visit, AskedText.Clean(Mer), stop), cancellationToken);

    public async Task<IActionResult> OnPostFolgAsync(CancellationToken cancellationToken)
    {
        if (keys.Read(Nokkel) is not { } key)
        {
            ModelState.AddModelError("", "Ask_Stale");
            return await ShowAsync(cancellationToken);
        }

        return await CheckedAsync(Follow, Oppfolging, Question.TextMinLength, Question.TextMaxLength, (visit, stop) => inbox.FollowUpAsync(visit, key, AskedText.Clean(Oppfolging), stop), cancellationToken);
    }

    public Task<IActionResult> OnPostVurderAsync(Guid sporsmal, bool? hjalp, CancellationToken cancellationToken) =>
        KeepAsync((visit, stop) => hjalp is { } helped ? replies.RateAsync(visit, sporsmal, helped, stop) : Task.FromResult(false), "takk", "", cancellationToken);

    public IActionResult OnPostAvslutt()
    {
        visits.End(HttpContext);
        return RedirectToPage("Index");
    }

    private Task<IActionResult> CheckedAsync(string field, string? typed, int least, int most, Func<Guid, CancellationToken, Task<bool>> write, CancellationToken cancellationToken)
    {
        var text = AskedText.Clean(typed);
        var error = text.Length == 0 ? "Thread_TextMissing" : AskedText.LengthOf(text) < least ? "Ask_TextShort" : AskedText.IsTooLong(text, most) ? "Ask_TextLong" : null;
        if (error is not null)
        {
            ModelState.AddModelError(field, error);
            return ShowAsync(cancellationToken);
        }

        return KeepAsync(write, "sendt", field, cancellationToken);
    }

    private async Task<IActionResult> KeepAsync(Func<Guid, CancellationToken, Task<bool>> write, string done, string field, CancellationToken cancellationToken)
    {
        if (visits.Of(HttpContext) is not { } visit)
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
        return await reading.OfAsync(visit.ThreadId, HttpContext.Language, cancellationToken) is null ? Ended() : LocalRedirect($"~/sjekk-svar/samtale?gjort={done}");
    }

    private RedirectToPageResult Ended()
    {
        visits.End(HttpContext);
        return RedirectToPage("Index", new { gjort = "trukket" });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken, int status = StatusCodes.Status422UnprocessableEntity)
    {
        if (visits.Of(HttpContext) is not { } visit || await reading.OfAsync(visit.ThreadId, HttpContext.Language, cancellationToken) is not { } thread)
        {
            visits.End(HttpContext);
            return RedirectToPage("Index", new { gjort = "utlopt" });
        }

        Thread = thread;
        Nokkel = keys.Read(Nokkel) is null ? keys.New() : Nokkel;
        ModelState.Remove(nameof(Nokkel));
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : status;
        return Page();
    }
}
