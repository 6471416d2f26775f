using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Importing;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Files;

/// <summary>The files of one text beside what is live, and the choice between them: keep what is live, or begin a revision with what the files say.</summary>
[ForRoles(StaffRole.ChiefEditor)]
public sealed class CompareModel(PortalDbContext db, ContentComparison comparison, RevisionBegin revisions, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty(Name = "type", SupportsGet = true)]
    public PublicationKind Kind { get; set; }

    [BindProperty(Name = "slug", SupportsGet = true), StringLength(Kernel.Slug.MaxLength)]
    public string Slug { get; set; } = "";

    public string Language { get; private set; } = "nb";

    public DraftContent Filed { get; private set; } = new();

    public DraftContent Live { get; private set; } = new();

    public IReadOnlyList<TextChange> Changes { get; private set; } = [];

    /// <summary>The keys of the other fields that are not the same.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    /// <summary>The draft that was in the way of a new one; null otherwise.</summary>
    public OpenDraft? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync([StringLength(8)] string? sprak, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null)
        {
            return NotFound();
        }

        Show(sprak is "nn" or "en" ? sprak : "nb");
        return Page();
    }

    /// <summary>A revision that starts with what the files say; it goes through the whole workflow.</summary>
    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } live)
        {
            return NotFound();
        }

        (var begun, Open) = await revisions.BeginAsync(live, Filed, HttpContext.Staff, cancellationToken);
        if (begun is not null)
        {
            return LocalRedirect($"/admin/innhold/{begun}");
        }

        Show("nb");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is not { } live)
        {
            return NotFound();
        }

        await comparison.KeepLiveAsync(Kind, Slug, time.GetUtcNow().UtcDateTime, cancellationToken);
        audit.Record(HttpContext.Staff, "file-set-aside", live.Key, organisationId: live.OwnerId);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect("/admin/innhold/filer?gjort=1");
    }

    private void Show(string language)
    {
        Language = language;
        Changes = TextChange.Between(Filed.In(language), Live.In(language));
        Fields = FieldDifference.Between(Filed, Live);
    }

    private async Task<Publication?> OpenAsync(CancellationToken cancellationToken)
    {
        var live = await db.Publications.Include(one => one.Texts).Include(one => one.Topics).FirstOrDefaultAsync(one => one.Kind == Kind && one.Slug == Slug, cancellationToken);
        if (live is null || await comparison.ReadAsync(Kind, Slug, cancellationToken) is not { } file)
        {
            return null;
        }

        Filed = DraftContent.Of(file);
        Live = await revisions.ContentOfAsync(live, cancellationToken);
        return live;
    }
}
