using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>What a service is and whom it is for.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class FactsModel(PortalDbContext db, RegisterDesk desk) : PageModel
{
    [BindProperty(Name = "")]
    public FactsForm Input { get; set; } = new();

    public Service Service { get; private set; } = null!;

    public IReadOnlyList<ServiceType> Types { get; private set; } = [];

    public TopicTree Topics { get; private set; } = null!;

    public bool IsLocal => Service.Kind == ServiceKind.Local;

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = FactsForm.Of(Service);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var validator = new FactsValidator(IsLocal, Service.Source, Types.Select(type => type.Key).ToHashSet(StringComparer.Ordinal), Topics.All.Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal));
        (await validator.ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var (before, after) = (Service.Facts(), Input.On(Service));
        Service.Edit(after, desk.Now);
        if (await desk.SaveAsync(Service, HttpContext.Staff, "service-facts", ToldFacts.Change(before, after), Input.Versjon, cancellationToken))
        {
            return LocalRedirect($"~/admin/tjenester/{id}?lagret=true");
        }

        await ReadAsync(id, cancellationToken);
        Input.Versjon = Service.Version;
        ModelState.Clear();
        ModelState.AddModelError("", "Register_ConflictKept");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        Service = found;
        Types = await db.ServiceTypes.AsNoTracking().OrderBy(type => type.Position).ToListAsync(cancellationToken);
        Topics = await TopicTree.ReadAsync(db, cancellationToken);
        return true;
    }
}
