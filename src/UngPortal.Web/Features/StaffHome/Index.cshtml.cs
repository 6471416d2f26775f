using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Platform.Access;

namespace UngPortal.Features.StaffHome;

public sealed class IndexModel(IEnumerable<IMyWork> works, IEnumerable<IMyNews> news) : PageModel
{
    public IReadOnlyList<WorkItem> Work { get; private set; } = [];

    public IReadOnlyList<NewsItem> News { get; private set; } = [];

    public string Name { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = HttpContext.Staff;
        Name = person.Name;
        var waiting = new List<WorkItem>();
        foreach (var source in works)
        {
            waiting.AddRange(await source.ForAsync(person, cancellationToken));
        }

        var done = new List<NewsItem>();
        foreach (var source in news)
        {
            done.AddRange(await source.ForAsync(person, cancellationToken));
        }

        Work = [.. waiting.OrderBy(item => item.DueAt ?? DateTime.MaxValue)];
        News = [.. done.OrderByDescending(item => item.At)];
    }
}
