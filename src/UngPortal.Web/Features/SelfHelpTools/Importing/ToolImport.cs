using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.SelfHelpTools.Importing;

/// <summary>Proposes the starter tools of tools.yml. An entry that is new or has changed is taken unless somebody has touched the tool since; nothing here certifies anything.</summary>
public sealed class ToolImport(PortalDbContext db) : IContentImport
{
    private const string Shown = "tools/tools.yml";

    public async Task RunAsync(string folder, ImportReport report, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Shown);
        if (!File.Exists(path))
        {
            return;
        }

        List<ImportProblem> problems = [];
        if (SourceFile.ReadTextOrReport(path, Shown, problems) is { } text)
        {
            var records = await db.ImportedFiles.Where(file => file.Path.StartsWith("tools/")).ToDictionaryAsync(file => file.Path, StringComparer.Ordinal, cancellationToken);
            var existing = await db.Tools.ToDictionaryAsync(tool => tool.Slug, StringComparer.Ordinal, cancellationToken);
            foreach (var (slug, facts) in await ReadAsync(text, problems, cancellationToken))
            {
                report.Count(Take(slug, facts, existing.GetValueOrDefault(slug), records.GetValueOrDefault(NameOf(slug))));
            }
        }

        problems.ForEach(problem => report.Reject([problem]));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task<List<(string Slug, ToolFacts Facts)>> ReadAsync(string text, List<ImportProblem> problems, CancellationToken cancellationToken)
    {
        var topics = (await db.Topics.Select(topic => topic.Slug).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var services = (await db.Services.Select(service => service.Slug).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var read = new Dictionary<string, ToolFacts>(StringComparer.Ordinal);
        foreach (var (fields, firstLine, _) in YamlList.Read(text, Shown, problems))
        {
            var before = problems.Count;
            var (slug, facts) = new ToolEntryFields(fields, topics, services).Read();
            if (problems.Count == before && !read.TryAdd(slug, facts))
            {
                problems.Add(new ImportProblem(Shown, firstLine, $"There is already an entry with the id {slug}."));
            }
        }

        return [.. read.Select(pair => (pair.Key, pair.Value))];
    }

    private ImportOutcome Take(string slug, ToolFacts facts, Tool? known, ImportedFile? record)
    {
        var fingerprint = FingerprintOf(facts);
        if (record?.Fingerprint == fingerprint)
        {
            return ImportOutcome.Unchanged;
        }

        if (known is not null && known.Version != record?.VersionLeft)
        {
            return ImportOutcome.Kept;
        }

        var now = db.Time.GetUtcNow().UtcDateTime;
        known?.Revise(facts, now);
        record ??= db.ImportedFiles.Add(new ImportedFile { Path = NameOf(slug) }).Entity;
        record.Record(fingerprint, known is null ? 0 : known.Version + 1, now);
        _ = known ?? db.Tools.Add(Tool.Propose(slug, facts, now)).Entity;
        db.AnnounceTool(slug);
        return known is null ? ImportOutcome.Created : ImportOutcome.Updated;
    }

    private static string NameOf(string slug) => $"tools/{slug}";

    private static string FingerprintOf(ToolFacts facts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(facts, JsonColumn.Options))));
}
