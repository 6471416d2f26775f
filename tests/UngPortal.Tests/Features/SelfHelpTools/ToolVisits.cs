using Microsoft.EntityFrameworkCore;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>Invented tools for tests.</summary>
internal static class ToolVisits
{
    public static ToolFacts Facts(string name = "Prøveappen") => ToolRows.Facts(name);

    extension(PortalApp app)
    {
        /// <summary>Proposes a tool of the facts and lets the site know.</summary>
        public async Task<int> ProposeAsync(string slug, ToolFacts facts)
        {
            var id = await app.InDatabaseAsync(async db =>
            {
                var tool = db.Tools.Add(Tool.Propose(slug, facts, db.Time.GetUtcNow().UtcDateTime)).Entity;
                db.AnnounceTool(slug);
                await db.SaveChangesAsync();
                return tool.Id;
            });
            await app.DeliverOutboxAsync();
            return id;
        }

        /// <summary>Changes a tool and lets the site know.</summary>
        public async Task ChangeToolAsync(string slug, Action<Tool> change)
        {
            await app.InDatabaseAsync(async db =>
            {
                change(await db.Tools.SingleAsync(tool => tool.Slug == slug));
                db.AnnounceTool(slug);
                return await db.SaveChangesAsync();
            });
            await app.DeliverOutboxAsync();
        }
    }

    /// <summary>The slugs that a page of the catalogue lists.</summary>
    public static List<string> Listed(HtmlPage page) => [.. page.Document.QuerySelectorAll(".tool__name a").Select(link => link.GetAttribute("href")!.Split('/')[^1])];
}
