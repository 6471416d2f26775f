using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Averting.Handling;

/// <summary>The cases that one may read, those still going on first: when and how far, nothing of what they say.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer)]
public sealed class IndexModel(CaseDesk desk) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Row> Cases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Cases = await desk.Of(HttpContext.Staff).OrderBy(one => one.State == CaseState.Closed).ThenByDescending(one => one.OpenedAt).Take(Most)
            .Select(one => new Row(one.Id, one.State, one.OpenedAt, one.SecondDueAt)).ToListAsync(cancellationToken);

    public sealed record Row(Guid Id, CaseState State, DateTime OpenedAt, DateTime? SecondDueAt);
}
