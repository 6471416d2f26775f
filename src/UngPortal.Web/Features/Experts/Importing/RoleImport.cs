using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Outbox;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Features.Experts.Importing;

/// <summary>Brings <c>questions/roles.yml</c> into the database. A role that is gone from the file stays: answers carry it.</summary>
public sealed class RoleImport(PortalDbContext db) : IContentImport
{
    private const string Shown = "questions/roles.yml";

    public async Task RunAsync(string folder, ImportReport report, CancellationToken cancellationToken)
    {
        if (YamlText.List(folder, Shown, "roles", report) is not { } list)
        {
            return;
        }

        var topics = await db.Set<Topics.Topic>().Select(topic => topic.Slug).ToHashSetAsync(cancellationToken);
        var known = await db.AnsweringRoles.ToDictionaryAsync(role => role.Key, StringComparer.Ordinal, cancellationToken);
        var position = 0;
        foreach (var node in list)
        {
            Take(node, ++position, topics, known, report);
        }

        if (db.ChangeTracker.HasChanges())
        {
            db.Announce(RoleList.Changed, "all");
            await db.SaveChangesAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private void Take(YamlNode node, int position, HashSet<string> topics, Dictionary<string, AnsweringRole> known, ImportReport report)
    {
        var problems = new List<ImportProblem>();
        if (node is not YamlMappingNode map)
        {
            report.Reject([new ImportProblem(Shown, (int)node.Start.Line, "Expected a role with fields.")]);
            return;
        }

        var fields = new YamlFields(Shown, map, 0, problems);
        var key = fields.Text("key", AnsweringRole.KeyMaxLength);
        var (name, can, cannot) = (fields.Localized("name", maxLength: AnsweringRole.KeyMaxLength), fields.Localized("can", maxLength: AnsweringRole.TextMaxLength), fields.Localized("cannot", maxLength: AnsweringRole.TextMaxLength));
        var (fits, takesHard) = (fields.Slugs("topics", topics), fields.Text("sensitive", 5) == "true");
        fields.RefuseTheRest();
        if (problems.Count > 0)
        {
            report.Reject(problems);
            return;
        }

        var isNew = !known.TryGetValue(key, out var role);
        role ??= known[key] = db.AnsweringRoles.Add(new AnsweringRole { Key = key }).Entity;
        role.Describe(name, can, cannot, [.. fits], takesHard, position);
        report.Count(isNew ? ImportOutcome.Created : db.Entry(role).State == EntityState.Unchanged ? ImportOutcome.Unchanged : ImportOutcome.Updated);
    }
}
