using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.WellBeing;

/// <summary>Colleagues who asked for a talk, the one who waited longest first.</summary>
[ForRoles(StaffRole.ChiefEditor, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer)]
public sealed class IndexModel(PortalDbContext db, Talks talks) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var id = HttpContext.Staff.Id;
        Waiting = await db.TalkRequests.Where(talk => talk.HeldAt == null).OrderBy(talk => talk.AskedAt).Take(Most)
            .Join(db.Set<StaffMember>(), talk => talk.StaffId, member => member.Id, (talk, member) => new Row(talk.Id, member.DisplayName, talk.AskedAt, talk.StaffId == id)).ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid samtale, CancellationToken cancellationToken) =>
        LocalRedirect($"~/admin/sporsmal/samtaler?gjort={(await talks.NoteHeldAsync(samtale, HttpContext.Staff, cancellationToken) ? "1" : "opptatt")}");

    public sealed record Row(Guid Id, string Name, DateTime AskedAt, bool IsOwn);
}
