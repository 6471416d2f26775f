using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Importing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Publishing.Files;

/// <summary>Where the shipped files and what is live differ: the import never overwrites what was edited here, so a person has to see it.</summary>
[ForRoles(StaffRole.ChiefEditor)]
public sealed class IndexModel(ContentComparison comparison) : PageModel
{
    public IReadOnlyList<IGrouping<DifferenceState, ContentDifference>> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Groups = [.. (await comparison.FindAsync(cancellationToken)).GroupBy(one => one.State)];
}
