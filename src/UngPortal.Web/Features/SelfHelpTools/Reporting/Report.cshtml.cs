using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.SelfHelpTools.Reporting;

/// <summary>Says that something is wrong with a tool; nobody is asked who they are.</summary>
[EnableRateLimiting(RateLimits.Forms)]
public sealed class ReportModel(ToolCopy copy, PortalDbContext db, VisitorWrites writes, TimeProvider time) : PageModel
{
    [BindProperty(Name = "")]
    public Form Input { get; set; } = new();

    public ToolEntry Tool { get; private set; } = null!;

    /// <summary>Whether it has been sent.</summary>
    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, bool sendt, CancellationToken cancellationToken)
    {
        (Input, IsSent) = (new Form { Nokkel = Guid.NewGuid() }, sendt);
        return await FindAsync(slug, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (!await FindAsync(slug, cancellationToken))
        {
            return NotFound();
        }

        (await new Form.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            Input.Nokkel = Input.Nokkel == Guid.Empty ? Guid.NewGuid() : Input.Nokkel;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (!await writes.TryAsync(db, KeepAsync, cancellationToken))
        {
            ModelState.AddModelError("", "Feedback_NotSaved");
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }

        return LocalRedirect($"~/verktoy/{Tool.Slug}/meld-fra?sendt=true");
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellationToken) => (Tool = (await copy.FindAsync(slug, cancellationToken))!) is not null;

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        db.ToolReports.Add(new ToolReport { ToolId = Tool.Id, FormKey = Input.Nokkel, Text = Input.Tekst!.Trim(), SentAt = time.GetUtcNow().UtcDateTime });
        await db.SaveOnceAsync(() => db.ToolReports.AsNoTracking().AnyAsync(report => report.FormKey == Input.Nokkel, cancellationToken), cancellationToken);
    }

    public sealed class Form
    {
        /// <summary>Longer texts are kept on the page and flagged, never cut.</summary>
        [StringLength(20_000)]
        public string? Tekst { get; set; }

        public Guid Nokkel { get; set; }

        public sealed class Validator : AbstractValidator<Form>
        {
            public Validator()
            {
                RuleFor(form => form.Tekst).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("ToolReport_Write");
                RuleFor(form => form.Tekst).Must(text => (text ?? "").Trim().Length <= ToolReport.TextMaxLength).WithMessage("ToolReport_TooLong");
                RuleFor(form => form.Nokkel).NotEmpty().WithMessage("Feedback_Stale");
            }
        }
    }
}
