using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Topics;

/// <summary>The whole tree, read once for a page: some eighty small rows.</summary>
public sealed class TopicTree
{
    private readonly Dictionary<string, Topic> _bySlug;
    private readonly Dictionary<int, Topic> _byId;
    private readonly ILookup<string, Topic> _below;

    private TopicTree(List<Topic> topics)
    {
        All = topics;
        _bySlug = topics.ToDictionary(topic => topic.Slug, StringComparer.Ordinal);
        _byId = topics.ToDictionary(topic => topic.Id);
        Roots = topics.FindAll(topic => topic.Depth == 1);
        _below = topics.Where(topic => topic.Depth > 1).ToLookup(topic => topic.RootSlug, StringComparer.Ordinal);
    }

    public IReadOnlyList<Topic> All { get; }

    public IReadOnlyList<Topic> Roots { get; }

    public static async Task<TopicTree> ReadAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        new(await db.Topics.AsNoTracking().OrderBy(topic => topic.Position).ToListAsync(cancellationToken));

    public Topic? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    public Topic? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>All under a main topic, at any depth.</summary>
    public IEnumerable<Topic> Below(Topic root) => _below[root.Slug];

    public IEnumerable<Topic> ChildrenOf(Topic topic) => All.Where(other => other.ParentSlug == topic.Slug);

    /// <summary>From the root down to the topic itself.</summary>
    public IEnumerable<Topic> PathOf(Topic topic) => topic.Path.Split('/').Select(slug => _bySlug[slug]);

    /// <summary>Which of the main topics it belongs to, 1 to 5: the colour of its cards.</summary>
    public int HueOf(Topic topic) => 1 + Roots.ToList().FindIndex(root => root.Slug == topic.RootSlug);
}
