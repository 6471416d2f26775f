using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using UngPortal.Features.MediaLibrary.Uploading;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Media.Films;
using UngPortal.Platform.Media.Storing;
using UngPortal.Platform.Security;

namespace UngPortal.Features.MediaLibrary.Films.Uploading;

/// <summary>Where the script sends a film piece by piece, and asks how much is here.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
[UploadLimit(FilmRules.PieceMost)]
public sealed class PieceModel(FilmReader reader, FilmIntake intake, IStringLocalizer<Ui> texts) : PageModel
{
    public const string OffsetHeader = "Upload-Offset";

    [BindProperty(SupportsGet = true), StringLength(MediaName.StemLength)]
    public string Name { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is not { } film)
        {
            return NotFound();
        }

        return FetchSite.IsOwnPage(Request) ? Answer(film, StatusCodes.Status200OK) : StatusCode(StatusCodes.Status403Forbidden);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is not { } film)
        {
            return NotFound();
        }

        if (!long.TryParse(Request.Headers[OffsetHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || Request.ContentLength is not { } length)
        {
            return Answer(film, StatusCodes.Status400BadRequest, FilmRefusals.WrongPiece.TextKey);
        }

        if (length > FilmRules.PieceMost)
        {
            return Answer(film, StatusCodes.Status413PayloadTooLarge, FilmRefusals.WrongPiece.TextKey);
        }

        return await intake.ReceiveAsync(film, offset, length, Request.Body, HttpContext.Staff, cancellationToken) is { } refusal
            ? Answer(film, refusal.Status, refusal.TextKey)
            : Answer(film, StatusCodes.Status200OK);
    }

    private JsonResult Answer(Film film, int status, string? textKey = null)
    {
        Response.Headers[OffsetHeader] = film.BytesReceived.ToString(CultureInfo.InvariantCulture);
        return new JsonResult(new { tilstand = film.State.ToString(), mottatt = film.BytesReceived, av = film.BytesTold, feil = textKey is null ? null : (string)texts[textKey] }) { StatusCode = status };
    }
}
