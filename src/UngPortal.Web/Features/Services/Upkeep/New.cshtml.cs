using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>A service that nobody has told of before; it isn't shown until its criteria are met.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class NewModel(PortalDbContext db, RegisterDesk desk) : PageModel
{
    [BindProperty(Name = "")]
    public NewServiceForm Input { get; set; } = new();

    public IReadOnlyList<ServiceType> Types { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        (await new NewServiceForm.Validator(Types.Select(type => type.Key).ToHashSet(StringComparer.Ordinal)).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (Input.Kontakt() is var (field, message))
        {
            ModelState.AddModelError(field, message);
        }

        var slug = Slug.From(Input.Navn ?? "");
        if (ModelState.IsValid && (slug.Length == 0 || await db.Services.AnyAsync(service => service.Slug == slug, cancellationToken)))
        {
            ModelState.AddModelError("Navn", "Register_NameTaken");
        }

        return ModelState.IsValid ? await AddAsync(slug, cancellationToken) : Again();
    }

    private async Task<IActionResult> AddAsync(string slug, CancellationToken cancellationToken)
    {
        var last = await db.Services.MaxAsync(service => (int?)service.Position, cancellationToken) ?? 0;
        var service = db.Services.Add(Service.List(slug, Input.Facts(last + 1, desk.Today))).Entity;
        service.TakeIn(desk.Today);
        service.Withdraw();
        service.Edit(service.Facts(), desk.Now);
        try
        {
            await desk.SaveAsync(service, HttpContext.Staff, "service-added", "", version: null, cancellationToken);
        }
        catch (DbUpdateException) when (db.Services.AsNoTracking().Any(other => other.Slug == slug))
        {
            ModelState.AddModelError("Navn", "Register_NameTaken");
            return Again();
        }

        return LocalRedirect($"~/admin/tjenester/{service.Id}/opplysninger");
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Types = await db.ServiceTypes.AsNoTracking().OrderBy(type => type.Position).ToListAsync(cancellationToken);

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
