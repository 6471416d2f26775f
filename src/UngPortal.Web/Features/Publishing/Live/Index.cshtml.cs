using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Publishing.Live;

/// <summary>What is live, with its review dates: the queue of what is due, the way to a new revision, and the way down.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class IndexModel(PortalDbContext db, CatalogueCopy copy, RevisionBegin revisions, AuditTrail audit, TimeProvider time) : PageModel
{
    private const int PageSize = 30;
    private const int WordMaxLength = 80;

    [BindProperty(Name = "q", SupportsGet = true), StringLength(WordMaxLength)]
    public string? Word { get; set; }

    /// <summary>Only what is due for review within a month, the oldest first.</summary>
    [BindProperty(Name = "forfall", SupportsGet = true)]
    public bool OnlyDue { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = new("", [], 1, 0, PageSize);

    public bool MayTakeDown => HttpContext.Staff.Is(StaffRole.ChiefEditor);

    /// <summary>The draft that was in the way of a new one; null otherwise.</summary>
    public OpenDraft? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync([Range(1, 10_000)] int side = 1, CancellationToken cancellationToken = default)
    {
        var today = OsloTime.DayOf(time.GetUtcNow().UtcDateTime);
        var catalogue = await copy.ReadAsync(cancellationToken);
        var entries = catalogue.Entries.Where(entry => !entry.IsTakenDown && MayTouch(entry.OwnerId) && IsAsked(entry, today)).ToList();
        entries = OnlyDue ? [.. entries.OrderBy(entry => entry.Facts.ReviewDueAt)] : entries;
        Pager = new Pager("/admin/innhold/publisert", [new("q", Word ?? ""), new("forfall", OnlyDue ? "true" : "")], side, entries.Count, PageSize);
        Rows = [.. entries.Skip((side - 1) * PageSize).Take(PageSize).Select(entry => new Row(
            entry.Id, entry.Kind, entry.Slug, entry.In(HttpContext.Language).Title, entry.Facts.Owner, entry.Facts.ReviewDueAt, ReviewDates.IsDue(entry.Facts.ReviewDueAt, today), ReviewDates.IsEscalated(entry.Facts.ReviewDueAt, today)))];
        return Pager.IsBeyondTheEnd ? NotFound() : Page();
    }

    /// <summary>Begins a new revision, leads on to one's own, or says who has begun one.</summary>
    public async Task<IActionResult> OnPostBeginAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } live)
        {
            return NotFound();
        }

        (var begun, Open) = await revisions.BeginAsync(live, await revisions.ContentOfAsync(live, cancellationToken), HttpContext.Staff, cancellationToken);
        if (begun is not null || Open is { MayOpen: true, IsOwn: true })
        {
            return LocalRedirect($"/admin/innhold/{begun ?? Open!.Id}");
        }

        Word = Open!.Title;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await OnGetAsync(cancellationToken: cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeDownAsync(int id, [StringLength(1_000)] string? grunn, CancellationToken cancellationToken)
    {
        if (!MayTakeDown)
        {
            return Forbid();
        }

        if (await FindAsync(id, cancellationToken) is not { TakenDownAt: null } live)
        {
            return NotFound();
        }

        live.TakeDown(time.GetUtcNow().UtcDateTime);
        db.AnnounceContent(live.Key);
        audit.Record(HttpContext.Staff, "taken-down", live.Key, (grunn ?? "").Trim(), live.OwnerId);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect("/admin/innhold/publisert?gjort=1");
    }

    private bool IsAsked(CatalogueEntry entry, DateOnly today) =>
        (!OnlyDue || ReviewDates.IsNear(entry.Facts.ReviewDueAt, today))
        && (Word?.Trim() is not { Length: > 0 } word || entry.Versions.Any(version => version.Title.Contains(word, StringComparison.OrdinalIgnoreCase)) || entry.Slug.Contains(word, StringComparison.OrdinalIgnoreCase));

    private bool MayTouch(int? ownerId) => HttpContext.Staff.Is(StaffRole.ChiefEditor) || ownerId is null || HttpContext.Staff.OrganisationsAs(StaffRole.Editor).Contains(ownerId.Value);

    private async Task<Publication?> FindAsync(int id, CancellationToken cancellationToken) =>
        await db.Publications.Include(live => live.Texts).Include(live => live.Topics).FirstOrDefaultAsync(live => live.Id == id, cancellationToken) is { } live && MayTouch(live.OwnerId) ? live : null;

    public sealed record Row(int Id, PublicationKind Kind, string Slug, string Title, string Owner, DateOnly DueAt, bool IsDue, bool IsEscalated);
}
