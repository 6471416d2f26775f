using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Questions.Reviewing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Desk;

/// <summary>Where a working day begins: the next question, what one has in hand, and the piles of those who sort and read.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class IndexModel(PortalDbContext db, QuestionQueue queue, QuestionDesk desk, LongWaiting waiting, ReadingList reading) : PageModel
{
    public const string Path = "/admin/sporsmal";
    private const int ListMost = 50;
    private const int AnsweredMost = 10;

    public DeskCounts Counts { get; private set; } = null!;

    public IReadOnlyList<DeskRow> Mine { get; private set; } = [];

    /// <summary>What one answered last, to be looked at again.</summary>
    public IReadOnlyList<DeskRow> Answered { get; private set; } = [];

    public IReadOnlyList<DeskRow> ToRead { get; private set; } = [];

    public IReadOnlyList<DeskRow> Held { get; private set; } = [];

    /// <summary>What was sorted and yet may be left behind.</summary>
    public IReadOnlyList<DeskRow> Waiting { get; private set; } = [];

    /// <summary>Those that get their answer together with another one.</summary>
    public IReadOnlyList<DeskRow> Joined { get; private set; } = [];

    public QuestionQueue.Outcome? Refused { get; private set; }

    public DateTime Now => desk.Now;

    public bool Is(params StaffRole[] roles) => DeskAccess.Has(HttpContext.Staff, roles);

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>"Ta neste spørsmål".</summary>
    public async Task<IActionResult> OnPostAsync(bool pauseSett, CancellationToken cancellationToken)
    {
        if (!Is(DeskAccess.Answerers))
        {
            return Forbid();
        }

        var (outcome, id) = await queue.TakeNextAsync(HttpContext.Staff, pauseSett, cancellationToken);
        if (id is { } question)
        {
            return RedirectToPage("/Questions/Answering/Answer", new { id = question });
        }

        Refused = outcome;
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var id = HttpContext.Staff.Id;
        Counts = await DeskCounts.OfAsync(db, cancellationToken);
        Mine = Is(DeskAccess.Answerers) ? await ListAsync(db.Questions.Where(question => question.ClaimedById == id), cancellationToken) : [];
        Answered = Is(StaffRole.Expert, StaffRole.ExpertReviewer) ? await AnsweredAsync(id, cancellationToken) : [];
        ToRead = Is(DeskAccess.SecondReaders) ? await reading.ForAsync(HttpContext.Staff, cancellationToken) : [];
        Joined = Is(DeskAccess.Sorters) ? await ListAsync(db.Questions.Where(question => question.State == QuestionState.Joined), cancellationToken) : [];
        Waiting = Is(Coordinators.Roles) ? await waiting.ReadAsync(cancellationToken) : [];
        Held = Is(StaffRole.SafeguardingOfficer) ? await ListAsync(db.Questions.Where(question => question.State == QuestionState.SafeguardingHold), cancellationToken) : [];
    }

    /// <summary>A copy of another answer is mended with that one, for as long as that one can be.</summary>
    private Task<List<DeskRow>> AnsweredAsync(int id, CancellationToken cancellationToken) =>
        db.Set<QuestionAnswer>().Where(answer => answer.AuthorId == id).OrderByDescending(answer => answer.WrittenAt).Take(AnsweredMost)
            .Join(db.Questions, answer => answer.QuestionId, question => question.Id, (answer, question) => question)
            .Where(question => question.HeadId == null || question.Head!.ThreadId == null)
            .Where(question => question.State >= QuestionState.Answered && question.State <= QuestionState.TakenDown).OrderByDescending(question => question.AnsweredAt).Select(DeskRow.Of).ToListAsync(cancellationToken);

    private static Task<List<DeskRow>> ListAsync(IQueryable<Question> questions, CancellationToken cancellationToken) =>
        questions.OrderBy(question => question.Urgency).ThenBy(question => question.DueAt).Take(ListMost).Select(DeskRow.Of).ToListAsync(cancellationToken);
}
