using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Features.Importing;

/// <summary>Brings topics.yml into the topic tree. A topic that is gone from the file stays, for content may hang on it.</summary>
public sealed class TopicImport(PortalDbContext db)
{
    private const string File = "topics.yml";
    private static readonly string[] Languages = ["nb", "nn", "en"];

    public async Task RunAsync(string folder, ImportReport report, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
        {
            return;
        }

        var problems = new List<ImportProblem>();
        var existing = await db.Topics.ToDictionaryAsync(topic => topic.Slug, StringComparer.Ordinal, cancellationToken);
        var position = 0;
        foreach (var node in RootsOf(path, problems))
        {
            Place(node, "", ref position, existing, problems);
        }

        if (problems.Count > 0)
        {
            report.Reject(problems);
            db.ChangeTracker.Clear();
            return;
        }

        db.ChangeTracker.DetectChanges();
        var entries = db.ChangeTracker.Entries<Topic>().Select(entry => entry.State).ToList();
        var outcome = entries.Contains(EntityState.Added) && existing.Count == entries.Count(state => state == EntityState.Added) ? ImportOutcome.Created
            : entries.Exists(state => state is EntityState.Added or EntityState.Modified) ? ImportOutcome.Updated
            : ImportOutcome.Unchanged;
        if (outcome != ImportOutcome.Unchanged)
        {
            db.AnnounceContent("topics");
            await db.SaveChangesAsync(cancellationToken);
        }

        report.Count(outcome);
    }

    private static IEnumerable<YamlMappingNode> RootsOf(string path, List<ImportProblem> problems)
    {
        if (SourceFile.ReadTextOrReport(path, File, problems) is not { } text)
        {
            return [];
        }

        var root = YamlText.Root(File, text, 0, problems);
        if (root is YamlSequenceNode roots)
        {
            return roots.OfType<YamlMappingNode>();
        }

        if (root is not null)
        {
            problems.Add(new ImportProblem(File, 1, "Expected a list of topics."));
        }

        return [];
    }

    private void Place(YamlMappingNode node, string above, ref int position, Dictionary<string, Topic> topics, List<ImportProblem> problems)
    {
        var fields = new YamlFields(File, node, 0, problems);
        var slug = fields.Text("slug");
        var names = new LocalizedText(Languages.Select(code => KeyValuePair.Create(code, fields.Text(code))));
        if (!Slug.IsValid(slug) || above.Count(c => c == '/') >= Topic.MaxDepth - 1 + (above.Length == 0 ? 1 : 0))
        {
            fields.Problem("slug", $"The topic '{slug}' needs a valid slug, at most {Topic.MaxDepth} levels deep.");
            return;
        }

        if (!topics.TryGetValue(slug, out var topic))
        {
            topics[slug] = topic = new Topic { Slug = slug };
            db.Topics.Add(topic);
        }

        var path = above.Length == 0 ? slug : $"{above}/{slug}";
        topic.Place(path, position++);
        topic.Describe(names, fields.Localized("ingress", required: false), fields.OptionalText("illustration"));
        if (node.Children.TryGetValue(new YamlScalarNode("children"), out var children) && children is YamlSequenceNode list)
        {
            foreach (var child in list.OfType<YamlMappingNode>())
            {
                Place(child, path, ref position, topics, problems);
            }
        }
    }
}
