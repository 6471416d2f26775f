using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Experts.Editing;

/// <summary>One person's roles, languages, capacity and absences.</summary>
[ForRoles(StaffRole.ChiefEditor, StaffRole.OrganisationAdmin)]
public sealed class ProfileModel(PortalDbContext db, ExpertRoom room, RoleList roles, AuditTrail audit) : PageModel
{
    [BindProperty(Name = "")]
    public ExpertForm Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public Expert? Expert { get; private set; }

    public IReadOnlyList<AnsweringRole> Roles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = ExpertForm.Of(Expert);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.Fjern is { } absence)
        {
            return await EndAbsenceAsync(id, absence, cancellationToken);
        }

        (await new ExpertForm.Validator(Roles.Select(role => role.Key).ToHashSet()).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Expert ??= db.Experts.Add(new Expert { StaffId = id }).Entity;
        Expert.Describe(Input.Rolle!, Input.Sprak!, Input.Capacity, Input.Tunge);
        if (Input.Away is { } away)
        {
            Expert.BeAway(away.From, away.Until);
        }

        audit.Record(HttpContext.Staff, "expert-profile", $"staff:{id}", string.Join(' ', Expert.Roles));
        await db.SaveChangesAsync(cancellationToken);
        return RedirectToPage("Index", new { gjort = 1 });
    }

    private async Task<IActionResult> EndAbsenceAsync(int id, int absence, CancellationToken cancellationToken)
    {
        Expert?.EndAbsence(absence);
        audit.Record(HttpContext.Staff, "expert-absence-ended", $"staff:{id}");
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect($"~/admin/svarere/{id}?gjort=fjernet");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        var isYouth = await room.IsYouthAsync(id, cancellationToken);
        Roles = [.. (await roles.AllAsync(cancellationToken)).Where(role => AnsweringRole.IsFor(role.Key, isYouth))];
        Name = await room.PeopleOf(HttpContext.Staff).Where(member => member.Id == id).Select(member => member.DisplayName).FirstOrDefaultAsync(cancellationToken) ?? "";
        Expert = await db.Experts.Include(expert => expert.Absences).FirstOrDefaultAsync(expert => expert.StaffId == id, cancellationToken);
        return Name.Length > 0;
    }
}
