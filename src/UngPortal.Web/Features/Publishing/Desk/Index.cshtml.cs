using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Publishing.Desk;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer)]
public sealed class IndexModel(DraftDesk desk) : PageModel
{
    private const int PageSize = 30;
    private const int WordMaxLength = 80;

    [BindProperty(Name = "tilstand", SupportsGet = true)]
    public DraftState? State { get; set; }

    [BindProperty(Name = "type", SupportsGet = true)]
    public PublicationKind? Kind { get; set; }

    [BindProperty(Name = "q", SupportsGet = true), StringLength(WordMaxLength)]
    public string? Word { get; set; }

    [BindProperty(Name = "mine", SupportsGet = true)]
    public bool OnlyMine { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = new("", [], 1, 0, PageSize);

    public bool MayWrite { get; private set; }

    public async Task<IActionResult> OnGetAsync([Range(1, 10_000)] int side = 1, CancellationToken cancellationToken = default)
    {
        var person = HttpContext.Staff;
        MayWrite = person.Is(PublishingFeature.Writers);
        var drafts = Filtered(person);
        Pager = new Pager(
            "/admin/innhold", [new("tilstand", State?.ToString() ?? ""), new("type", Kind?.ToString() ?? ""), new("q", Word ?? ""), new("mine", OnlyMine ? "true" : "")],
            Math.Max(1, side), await drafts.CountAsync(cancellationToken), PageSize);
        if (Pager.IsBeyondTheEnd)
        {
            return NotFound();
        }

        Rows = await drafts.OrderByDescending(draft => draft.ChangedAt).ThenBy(draft => draft.Id).Skip((Pager.Number - 1) * PageSize).Take(PageSize)
            .Select(draft => new Row(draft.Id, draft.Kind, draft.Slug, draft.Title, draft.State, draft.ChangedAt, draft.ScheduledFor)).ToListAsync(cancellationToken);
        return Page();
    }

    private IQueryable<Draft> Filtered(StaffIdentity person)
    {
        var drafts = desk.For(person);
        drafts = State is { } state ? drafts.Where(draft => draft.State == state) : drafts.Where(draft => draft.State != DraftState.Discarded);
        drafts = Kind is { } kind ? drafts.Where(draft => draft.Kind == kind) : drafts;
        drafts = OnlyMine ? drafts.Where(draft => draft.AuthorIds.Contains(person.Id)) : drafts;
        return Word?.Trim() is { Length: > 0 } word ? drafts.Where(draft => draft.Title.Contains(word) || draft.Slug.Contains(word)) : drafts;
    }

    public sealed record Row(int Id, PublicationKind Kind, string Slug, string Title, DraftState State, DateTime ChangedAt, DateTime? ScheduledFor);
}
