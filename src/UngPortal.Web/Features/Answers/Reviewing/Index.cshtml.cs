using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Answers.Reviewing;

/// <summary>"Still right?": what has stood for a year is read again, and confirmed or taken down.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ExpertReviewer)]
public sealed class IndexModel(ReviewQueue queue, AnswerPublishing publishing) : PageModel
{
    public const string Path = "/admin/sporsmal/fortsatt-riktig";

    public static readonly StaffRole[] Readers = [StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ExpertReviewer];

    public IReadOnlyList<ReviewQueue.Row> Rows { get; private set; } = [];

    public int Waiting { get; private set; }

    /// <summary>Why what was asked for could not be done; null otherwise.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => (Rows, Waiting) = await queue.ReadAsync(cancellationToken);

    public Task<IActionResult> OnPostConfirmAsync(int id, CancellationToken cancellationToken) =>
        DoAsync(() => publishing.ConfirmStillRightAsync(id, HttpContext.Staff, cancellationToken), cancellationToken);

    private async Task<IActionResult> DoAsync(Func<Task<bool>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step() ? LocalRedirect($"{Path}?gjort=1") : NotFound();
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RefuseAsync("StillRight_Meanwhile", StatusCodes.Status409Conflict, cancellationToken);
        }
    }

    private async Task<IActionResult> RefuseAsync(string problem, int status, CancellationToken cancellationToken)
    {
        (Problem, Response.StatusCode) = (problem, status);
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
