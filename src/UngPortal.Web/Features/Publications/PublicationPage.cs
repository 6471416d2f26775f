using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Publications;

/// <summary>A page about one publication: 404 when it never was, 410 when it was taken down.</summary>
public abstract class PublicationPage(PublicationReader reader) : PageModel
{
    public PublicationView Shown { get; private set; } = null!;

    protected abstract PublicationKind Kind { get; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        if (await reader.FindAsync(Kind, slug, HttpContext.Language, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        if (found.IsTakenDown)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        await ReadMoreAsync(cancellationToken);
        return Page();
    }

    /// <summary>Reads what else a kind's own page shows.</summary>
    protected virtual Task ReadMoreAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
