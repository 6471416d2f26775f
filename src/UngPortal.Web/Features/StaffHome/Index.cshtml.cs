using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Platform.Access;

namespace UngPortal.Features.StaffHome;

public sealed class IndexModel(IEnumerable<IMyWork> sources) : PageModel
{
    public IReadOnlyList<WorkItem> Work { get; private set; } = [];

    public string Name { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = HttpContext.Staff;
        Name = person.Name;
        var work = new List<WorkItem>();
        foreach (var source in sources)
        {
            work.AddRange(await source.ForAsync(person, cancellationToken));
        }

        Work = [.. work.OrderBy(item => item.DueAt ?? DateTime.MaxValue)];
    }
}
