using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using UngPortal.Features.MediaLibrary.Uploading;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Media.Films;

namespace UngPortal.Features.MediaLibrary.Films.Uploading;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
[UploadLimit(FilmRules.WholeMost)]
public sealed class NewModel(FilmReader reader, FilmIntake intake, IStringLocalizer<Ui> texts) : PageModel
{
    public const string FileField = "Fil";
    private const int Unprocessable = StatusCodes.Status422UnprocessableEntity;

    [BindProperty(Name = "")]
    public FilmForm Input { get; set; } = new();

    /// <summary>Whose film it will be, when the person works for several.</summary>
    [BindProperty(Name = "Organisasjon"), StringLength(10)]
    public string? House { get; set; }

    public IReadOnlyList<(int Id, string Name)> Houses { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Houses = await reader.HousesAsync(HttpContext.Staff, cancellationToken);

    /// <summary>The whole film in one form, without script.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var house = await CheckAsync(cancellationToken);
        var files = Request.Form.Files;
        var file = files is [{ Name: FileField } one] ? one : null;
        var refusal = file is null ? files.Count > 1 ? FilmRefusals.SeveralFiles : FilmRefusals.NoFile : file.Length > FilmRules.WholeMost ? FilmRefusals.TooLargeWhole : null;
        if (!ModelState.IsValid || refusal is not null || (refusal = await intake.RefusalOfAsync(file!.FileName, file.Length, house, cancellationToken)) is not null)
        {
            return Again(refusal);
        }

        var film = await intake.BeginAsync(Input, file!.FileName, file.Length, house, HttpContext.Staff, cancellationToken);
        await using var bytes = file.OpenReadStream();
        refusal = await intake.ReceiveAsync(film, 0, file.Length, bytes, HttpContext.Staff, cancellationToken);
        if (refusal is null)
        {
            return LocalRedirect($"~/admin/medier/film/{film.Name}?lagret=true");
        }

        if (refusal != FilmRefusals.UnknownKind)
        {
            await intake.ForgetAsync(film, HttpContext.Staff, CancellationToken.None);
        }

        return Again(refusal);
    }

    /// <summary>Begins a film that the script will send in pieces.</summary>
    public async Task<IActionResult> OnPostBeginAsync([StringLength(2_000)] string? filnavn, long bytes, CancellationToken cancellationToken)
    {
        var house = await CheckAsync(cancellationToken);
        var refusal = ModelState.IsValid ? await intake.RefusalOfAsync(filnavn ?? "", bytes, house, cancellationToken) : null;
        if (!ModelState.IsValid || refusal is not null)
        {
            Again(refusal);
            var problems = ModelState.SelectMany(entry => entry.Value!.Errors.Select(error => new { felt = entry.Key, tekst = (string)texts[error.ErrorMessage] }));
            return new JsonResult(new { feil = problems }) { StatusCode = Response.StatusCode };
        }

        var film = await intake.BeginAsync(Input, filnavn!, bytes, house, HttpContext.Staff, cancellationToken);
        return new JsonResult(new { side = Url.Content($"~/admin/medier/film/{film.Name}") }) { StatusCode = StatusCodes.Status201Created };
    }

    private async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        Houses = await reader.HousesAsync(HttpContext.Staff, cancellationToken);
        var house = Houses.Count == 1 ? Houses[0].Id : Houses.Select(one => one.Id).FirstOrDefault(id => id.ToString(CultureInfo.InvariantCulture) == House);
        (await new FilmForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (house == 0)
        {
            ModelState.AddModelError("Organisasjon", "Film_HouseNeeded");
        }

        return house;
    }

    private PageResult Again(UploadRefusal? refusal)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(FileField, refusal.TextKey);
        }

        Response.StatusCode = refusal?.Status ?? Unprocessable;
        return Page();
    }
}
