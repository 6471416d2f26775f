using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Importing;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Files;

/// <summary>The files of one text beside what is live, and the choice between them: keep what is live, or begin a revision with what the files say.</summary>
[ForRoles(StaffRole.ChiefEditor)]
public sealed class CompareModel(PortalDbContext db, ContentComparison comparison, CatalogueCopy catalogue, DraftBeginning begin, AuditTrail audit, TimeProvider time) : PageModel
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

    public async Task<IActionResult> OnGetAsync([StringLength(8)] string? sprak, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is null)
        {
            return NotFound();
        }

        Language = sprak is "nn" or "en" ? sprak : "nb";
        Changes = TextChange.Between(Filed.In(Language), Live.In(Language));
        Fields = FieldDifference.Between(Filed, Live);
        return Page();
    }

    /// <summary>A revision that starts with what the files say; it goes through the whole workflow.</summary>
    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) is { } live ? LocalRedirect($"/admin/innhold/{await begin.OnAsync(live, Filed, HttpContext.Staff, cancellationToken)}") : NotFound();

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

    private async Task<Publication?> OpenAsync(CancellationToken cancellationToken)
    {
        var live = await db.Publications.Include(one => one.Texts).Include(one => one.Topics).FirstOrDefaultAsync(one => one.Kind == Kind && one.Slug == Slug, cancellationToken);
        if (live is null || await comparison.ReadAsync(Kind, Slug, cancellationToken) is not { } file)
        {
            return null;
        }

        var topics = (await catalogue.ReadAsync(cancellationToken)).Topics;
        Filed = DraftContent.Of(file);
        Live = DraftContent.Of(live, live.Topics.Select(topic => topics.Find(topic.TopicId)).OfType<Topic>().OrderBy(topic => topic.Position).Select(topic => topic.Slug));
        return live;
    }
}
