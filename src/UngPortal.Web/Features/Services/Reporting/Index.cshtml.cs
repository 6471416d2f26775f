using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Services.Reporting;

/// <summary>"Er noe feil her?": anyone may say so, and nobody is asked who they are.</summary>
[EnableRateLimiting(RateLimits.Forms)]
public sealed class IndexModel(PortalDbContext db, VisitorWrites writes) : PageModel
{
    [BindProperty(Name = "")]
    public Form Input { get; set; } = new();

    public (int Id, string Slug, LocalizedText Name) Service { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string slug, CancellationToken cancellationToken)
    {
        Input.Nokkel = Guid.NewGuid();
        return await ReadAsync(slug, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string slug, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(slug, cancellationToken))
        {
            return NotFound();
        }

        (await new Form.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
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

        return LocalRedirect($"~/tilbakemelding/takk?side=/tjenester/{Service.Slug}");
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        db.ServiceReports.Add(new ServiceReport { FormKey = Input.Nokkel, ServiceId = Service.Id, Fault = Input.Feil!.Value, Text = Input.Tekst?.ReplaceLineEndings("\n").Trim() ?? "", SentAt = db.Time.GetUtcNow().UtcDateTime });
        await db.SaveOnceAsync(() => db.ServiceReports.AsNoTracking().AnyAsync(report => report.FormKey == Input.Nokkel, cancellationToken), cancellationToken);
    }

    private async Task<bool> ReadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await db.Services.AsNoTracking().Where(service => service.Slug == slug && service.State == ServiceState.Listed).Select(service => new { service.Id, service.Slug, service.Name }).FirstOrDefaultAsync(cancellationToken);
        Service = found is null ? default : (found.Id, found.Slug, found.Name);
        return found is not null;
    }

    public sealed class Form
    {
        public ReportedFault? Feil { get; set; }

        /// <summary>Longer texts are kept on the page and flagged, never cut.</summary>
        [StringLength(20_000)]
        public string? Tekst { get; set; }

        public Guid Nokkel { get; set; }

        public sealed class Validator : AbstractValidator<Form>
        {
            public Validator()
            {
                RuleFor(form => form.Feil).Must(fault => fault is { } one && Enum.IsDefined(one)).WithMessage("ServiceReport_FaultMissing");
                RuleFor(form => form.Tekst).Must(text => (text ?? "").Trim().Length <= ServiceReport.TextMaxLength).WithMessage("ServiceReport_TooLong");
                RuleFor(form => form.Tekst).NotEmpty().When(form => form.Feil == ReportedFault.Other).WithMessage("ServiceReport_TextMissing");
                RuleFor(form => form.Nokkel).NotEmpty().WithMessage("Feedback_Stale");
            }
        }
    }
}
