using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.MediaLibrary.Films.Browsing;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
public sealed class IndexModel(FilmReader reader) : PageModel
{
    private const int PageSize = 24;
    private const int LastNumber = 10_000;

    public IReadOnlyList<Card> Cards { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(bool fjernet, [Range(1, LastNumber)] int side = 1, CancellationToken cancellationToken = default)
    {
        ViewData["Flash"] = fjernet ? "Film_Removed" : null;
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var films = reader.Own(HttpContext.Staff);
        Pager = new Pager("/admin/medier/film", [], side, await films.CountAsync(cancellationToken), PageSize);
        if (Pager.IsBeyondTheEnd)
        {
            return NotFound();
        }

        Cards = await films.OrderByDescending(film => film.BegunAt).ThenByDescending(film => film.Id).Skip((side - 1) * PageSize).Take(PageSize)
            .Select(film => new Card(
                film.Name,
                film.Title,
                film.State,
                film.Seconds,
                film.BegunAt,
                film.Files.Where(file => file.Kind == FilmFileKind.Poster && file.ReplacedAt == null).Select(file => file.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return Page();
    }

    public sealed record Card(string Name, string Title, FilmState State, int Seconds, DateTime BegunAt, string? Poster);
}
