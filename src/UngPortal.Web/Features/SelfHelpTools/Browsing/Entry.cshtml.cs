using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.SelfHelpTools.Browsing;

/// <summary>One tool: what is known of it, what is not, and what was checked.</summary>
[CachedPage(UntilNextMinute = true)]
public sealed class EntryModel(ToolCopy copy, HelpNowCopy help, PortalDbContext db, TimeProvider time) : PageModel
{
    public ToolEntry Tool { get; private set; } = null!;

    public ToolFacts Facts => Tool.Facts;

    public ToolStanding Standing { get; private set; }

    /// <summary>What the badge stands on; null when there is none.</summary>
    public ToolApproval? Badge { get; private set; }

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public IReadOnlyList<ServiceCard> Services { get; private set; } = [];

    public string Path => $"/verktoy/{Tool.Slug}";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        HttpContext.CacheTag(ToolEviction.Tag);
        HttpContext.CacheTag("content");
        if (await copy.FindAsync(slug, cancellationToken) is not { } tool)
        {
            return NotFound();
        }

        var now = time.GetUtcNow().UtcDateTime;
        (Tool, Standing, Badge) = (tool, tool.StandingAt(now), tool.BadgeAt(now));
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        Topics = [.. Facts.Topics.Select(tree.Find).OfType<Topic>()];
        Services = [.. help.Current.Cards(HttpContext.Language, time).Where(card => Facts.Services.Contains(card.Slug))];
        return Page();
    }
}
