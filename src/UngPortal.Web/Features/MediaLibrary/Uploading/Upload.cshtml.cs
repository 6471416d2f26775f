using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.MediaLibrary.Uploading;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
[UploadLimit]
public sealed class UploadModel(PortalDbContext db, PictureIntake intake, AuditTrail audit, TimeProvider time) : PageModel
{
    public const string FileField = "Fil";

    [BindProperty(Name = "")]
    public MediaForm Input { get; set; } = new();

    /// <summary>Whose picture it will be, when the person works for several.</summary>
    [BindProperty(Name = "Organisasjon"), StringLength(10)]
    public string? House { get; set; }

    /// <summary>Where the person came from and will want to go back to; null when nowhere.</summary>
    [BindProperty(SupportsGet = true, Name = "tilbake"), StringLength(WayBack.MaxLength)]
    public string? Back { get => field; set => field = WayBack.Read(value); }

    public IReadOnlyList<(string Id, string Name)> Houses { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadHousesAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadHousesAsync(cancellationToken);
        House = Houses.Count == 1 ? Houses[0].Id : House;
        (await new MediaForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (Houses.All(house => house.Id != House))
        {
            ModelState.AddModelError("Organisasjon", "Media_HouseNeeded");
        }

        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        var (picture, refusal) = await intake.TakeAsync(Request.Form.Files, FileField, cancellationToken);
        if (picture is null)
        {
            ModelState.AddModelError(FileField, refusal!.TextKey);
            return Again(refusal.Status);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var item = new MediaItem { OrganisationId = int.Parse(House!, CultureInfo.InvariantCulture), UploadedById = HttpContext.Staff.Id, UploadedAt = now };
        Input.PutInto(item);
        item.Show(picture, now);
        db.MediaItems.Add(item);
        audit.Record(HttpContext.Staff, "media-uploaded", $"media:{item.Name}", organisationId: item.OrganisationId);
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect($"~/admin/medier/{item.Name}?lagret=true" + (Back is null ? "" : $"&tilbake={Back}"));
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task ReadHousesAsync(CancellationToken cancellationToken)
    {
        var own = HttpContext.Staff.OrganisationsAs(MediaLibraryFeature.Keepers);
        var found = await db.Organisations.Where(house => own.Contains(house.Id)).OrderBy(house => house.Name).Select(house => new { house.Id, house.Name }).ToListAsync(cancellationToken);
        Houses = [.. found.Select(house => (house.Id.ToString(CultureInfo.InvariantCulture), house.Name))];
    }
}
