using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.MediaLibrary.Browsing;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
public sealed class IndexModel(PortalDbContext db) : PageModel
{
    private const int PageSize = 24;
    private const int LastNumber = 10_000;
    private const string CardWidth = "(min-width: 40rem) 240px, 50vw";

    [BindProperty(Name = "q", SupportsGet = true), StringLength(SearchBox.MaxLength)]
    public string? Words { get; set; }

    [BindProperty(Name = "lisens", SupportsGet = true), StringLength(20)]
    public string? Licence { get; set; }

    public IReadOnlyList<Card> Cards { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(bool fjernet, [Range(1, LastNumber)] int side = 1, CancellationToken cancellationToken = default)
    {
        ViewData["Flash"] = fjernet ? "Media_Removed" : null;
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var items = db.MediaItems.Where(item => item.TakenDownAt == null);
        foreach (var word in (Words ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            items = items.Where(item => item.SearchText.Contains(word));
        }

        if (Enum.GetNames<MediaLicence>().Contains(Licence))
        {
            var licence = Enum.Parse<MediaLicence>(Licence!);
            items = items.Where(item => item.Licence == licence);
        }

        Pager = new Pager("/admin/medier", [KeyValuePair.Create("q", Words ?? ""), KeyValuePair.Create("lisens", Licence ?? "")], side, await items.CountAsync(cancellationToken), PageSize);
        if (Pager.IsBeyondTheEnd)
        {
            return NotFound();
        }

        var found = await items.OrderByDescending(item => item.UploadedAt).ThenByDescending(item => item.Id).Skip((side - 1) * PageSize).Take(PageSize)
            .Select(item => new
            {
                item.Name,
                item.Alt,
                item.IsDecorative,
                item.Creator,
                item.Licence,
                item.FocalX,
                item.FocalY,
                Files = item.Files.Where(file => file.ReplacedAt == null).Select(file => new MediaPicture.File(file.Name, file.Format, file.Width, file.Height)).ToList(),
            }).ToListAsync(cancellationToken);
        Cards = [.. found.Select(item => new Card(item.Name, item.IsDecorative ? null : item.Alt.In("nb"), item.Creator, item.Licence, new MediaPicture(item.Files, "", item.FocalX, item.FocalY, CardWidth)))];
        return Page();
    }

    /// <summary>A picture in the grid; without a text when it only decorates.</summary>
    public sealed record Card(string Name, string? Text, string Creator, MediaLicence Licence, MediaPicture Picture);
}
