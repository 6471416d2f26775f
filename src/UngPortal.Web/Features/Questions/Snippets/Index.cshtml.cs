using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Snippets;

/// <summary>All text blocks: first those that must be read again soonest, last those that were taken out.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class IndexModel(PortalDbContext db, SnippetDesk desk, RoleList roles) : PageModel
{
    private const int Most = 500;
    private const int SoonMonths = 2;

    [BindProperty(SupportsGet = true, Name = "")]
    public SnippetFilter Filter { get; set; } = new();

    public IReadOnlyList<Snippet> Snippets { get; private set; } = [];

    public IReadOnlyList<AnsweringRole> Roles { get; private set; } = [];

    public DateOnly Today => desk.Today;

    /// <summary>Whether its last day comes within two months.</summary>
    public bool IsDue(Snippet snippet) => snippet.ExpiresOn < Today.AddMonths(SoonMonths);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Roles = await roles.AllAsync(cancellationToken);
        Snippets = await Filter.Of(db.Snippets.AsNoTracking(), Today).OrderBy(snippet => snippet.RetiredAt != null).ThenBy(snippet => snippet.ExpiresOn).ThenBy(snippet => snippet.Role).ThenBy(snippet => snippet.Title).Take(Most).ToListAsync(cancellationToken);
    }
}
