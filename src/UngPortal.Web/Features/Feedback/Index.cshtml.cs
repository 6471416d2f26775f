using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Feedback;

[EnableRateLimiting(RateLimits.Forms)]
public sealed class IndexModel(PortalDbContext db, VisitorWrites writes, TimeProvider time) : PageModel
{
    public const string Site = "/";

    [BindProperty(Name = "")]
    public Form Input { get; set; } = new();

    /// <summary>Whether the form is about one page ("Hjalp dette deg?") or about the site as a whole.</summary>
    public bool IsAboutPage => Input.Side is { Length: > 1 };

    public void OnGet([StringLength(FeedbackEntry.PageMaxLength)] string? side, [StringLength(3)] string? svar) =>
        Input = new Form { Side = IsOwnPath(side) ? side! : Site, Svar = svar is "ja" or "nei" ? svar : null, Nokkel = Guid.NewGuid() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Input.Side = IsOwnPath(Input.Side) ? Input.Side : Site;
        var result = await new Form.Validator().ValidateAsync(Input, cancellationToken);
        result.AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (!await writes.TryAsync(db, KeepAsync, cancellationToken))
        {
            ModelState.AddModelError("", "Feedback_NotSaved");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        return RedirectToPage("Thanks", new { side = Input.Side });
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        db.Feedback.Add(new FeedbackEntry
        {
            FormKey = Input.Nokkel,
            Page = Input.Side!,
            Helped = Input.Svar is null ? null : Input.Svar == "ja",
            Text = Input.Tekst?.Trim() ?? "",
            SentAt = time.GetUtcNow().UtcDateTime,
        });
        await db.SaveOnceAsync(() => db.Feedback.AsNoTracking().AnyAsync(entry => entry.FormKey == Input.Nokkel, cancellationToken), cancellationToken);
    }

    private static bool IsOwnPath(string? path) =>
        path is { Length: > 0 and <= FeedbackEntry.PageMaxLength } && path[0] == '/' && path.Skip(1).All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '/')
        && !path.StartsWith("//", StringComparison.Ordinal);

    public sealed class Form
    {
        [StringLength(FeedbackEntry.PageMaxLength)]
        public string? Side { get; set; }

        [StringLength(3)]
        public string? Svar { get; set; }

        /// <summary>Longer texts are kept on the page and flagged, never cut.</summary>
        [StringLength(20_000)]
        public string? Tekst { get; set; }

        public Guid Nokkel { get; set; }

        public sealed class Validator : AbstractValidator<Form>
        {
            public Validator()
            {
                RuleFor(form => form.Svar).Must(answer => answer is "ja" or "nei").When(form => form.Side is { Length: > 1 }).WithMessage("Feedback_ChooseAnswer");
                RuleFor(form => form.Tekst).NotEmpty().When(form => form.Side is not { Length: > 1 }).WithMessage("Feedback_WriteSomething");
                RuleFor(form => form.Tekst).Must(text => LengthOf(text) <= FeedbackEntry.TextMaxLength).WithMessage("Feedback_TooLong");
                RuleFor(form => form.Nokkel).NotEmpty().WithMessage("Feedback_Stale");
            }

            private static int LengthOf(string? text) => (text ?? "").Trim().Length;
        }
    }
}
