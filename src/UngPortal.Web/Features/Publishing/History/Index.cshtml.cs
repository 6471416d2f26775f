using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.History;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer)]
public sealed class IndexModel(PortalDbContext db, DraftDesk desk, DraftKeeping keeping, TimeProvider time) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public IReadOnlyList<Row> Revisions { get; private set; } = [];

    public int From { get; private set; }

    public int To { get; private set; }

    public string Language { get; private set; } = "nb";

    public IReadOnlyList<TextChange> Changes { get; private set; } = [];

    public bool MayRestore { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, int? fra, int? til, [StringLength(8)] string? sprak, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        To = til ?? Draft.LatestRevision;
        From = fra ?? Math.Max(1, To - 1);
        Language = sprak is "nn" or "en" ? sprak : "nb";
        var contents = await db.Set<DraftRevision>().Where(revision => revision.DraftId == id && (revision.Number == From || revision.Number == To))
            .ToDictionaryAsync(revision => revision.Number, revision => revision.Content, cancellationToken);
        if (!contents.TryGetValue(From, out var before) || !contents.TryGetValue(To, out var after))
        {
            return NotFound();
        }

        Changes = TextChange.Between(before.In(Language), after.In(Language));
        return Page();
    }

    /// <summary>Makes an old revision the newest; what it replaces stays in the history.</summary>
    public async Task<IActionResult> OnPostAsync(int id, int nummer, int versjon, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken) || await db.Set<DraftRevision>().FirstOrDefaultAsync(revision => revision.DraftId == id && revision.Number == nummer, cancellationToken) is not { } revision)
        {
            return NotFound();
        }

        if (!MayRestore || Draft.Version != versjon)
        {
            return Refuse(MayRestore ? "Steps_Changed" : "Editor_NotOpen", nummer);
        }

        await keeping.KeepUnkeptAsync(Draft, cancellationToken);
        Draft.Restore(revision, HttpContext.Staff, time.GetUtcNow().UtcDateTime);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException problem) when (keeping.IsOvertaken(problem, id, versjon))
        {
            return Refuse("Steps_Changed", nummer);
        }

        return LocalRedirect($"/admin/innhold/{id}?gjort=1");
    }

    private PageResult Refuse(string key, int number)
    {
        ModelState.AddModelError("", key);
        Response.StatusCode = StatusCodes.Status409Conflict;
        (From, To) = (number, Draft.LatestRevision);
        return Page();
    }

    private async Task<bool> OpenAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { } draft)
        {
            return false;
        }

        (Draft, MayRestore) = (draft, DraftDesk.StepsOf(draft, HttpContext.Staff).Contains(DraftStep.Write));
        Revisions = await db.Set<DraftRevision>().Where(revision => revision.DraftId == id).OrderByDescending(revision => revision.Number)
            .Join(db.Staff, revision => revision.ById, person => person.Id, (revision, person) => new Row(revision.Number, revision.At, person.DisplayName, revision.Note))
            .ToListAsync(cancellationToken);
        return true;
    }

    public sealed record Row(int Number, DateTime At, string Name, string Note);
}
