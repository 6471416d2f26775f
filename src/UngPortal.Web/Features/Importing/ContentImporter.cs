using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Importing;

/// <summary>Brings the starter content into the database: again and again with the same result, one bad file never stopping the rest, an editor's change never overwritten.</summary>
public sealed partial class ContentImporter(
    PortalDbContext db, TopicImport topics, ContentReading reading, IEnumerable<IContentImport> others,
    TimeProvider time, ILogger<ContentImporter> logger)
{
    public async Task<ImportReport> RunAsync(string folder, CancellationToken cancellationToken)
    {
        var report = new ImportReport();
        if (!Directory.Exists(folder))
        {
            report.Reject([new ImportProblem("content", 1, $"The folder '{folder}' is not there: nothing was imported, and what the database has stays.")]);
            LogMissing();
            return report;
        }

        await topics.RunAsync(folder, report, cancellationToken);
        var topicIds = await db.Topics.ToDictionaryAsync(topic => topic.Slug, topic => topic.Id, StringComparer.Ordinal, cancellationToken);
        var known = topicIds.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var piece in ContentFiles.In(folder, report))
        {
            await ImportAsync(piece, topicIds, known, report, cancellationToken);
        }

        foreach (var other in others)
        {
            await other.RunAsync(folder, report, cancellationToken);
        }

        foreach (var problem in report.Problems)
        {
            LogInvalid(problem.ToString());
        }

        return report;
    }

    private async Task ImportAsync(
        ContentPiece piece, Dictionary<string, int> topicIds, HashSet<string> known, ImportReport report, CancellationToken cancellationToken)
    {
        var (source, kind, slug) = piece;
        var record = await db.ImportedFiles.FirstOrDefaultAsync(file => file.Path == source.Name, cancellationToken);
        if (record?.Fingerprint == source.Fingerprint)
        {
            report.Count(ImportOutcome.Unchanged);
            return;
        }

        var problems = new List<ImportProblem>();
        if (reading.Read(piece, known, problems) is not { } draft)
        {
            report.Reject(problems);
            return;
        }

        var publication = await db.Publications.Include(p => p.Texts).Include(p => p.Topics)
            .FirstOrDefaultAsync(p => p.Kind == kind && p.Slug == slug, cancellationToken);
        if (publication is not null && publication.Version != record?.VersionLeft)
        {
            report.Count(ImportOutcome.Kept);
            return;
        }

        var isNew = publication is null;
        publication ??= db.Publications.Add(new Publication { Kind = kind, Slug = slug }).Entity;
        publication.Revise(draft, topicIds, time.GetUtcNow().UtcDateTime);
        record ??= db.ImportedFiles.Add(new ImportedFile { Path = source.Name }).Entity;
        db.Entry(publication).Property(p => p.ChangedAt).IsModified = !isNew; // So that the version rises even when only a text differs.
        record.Record(source.Fingerprint, isNew ? 0 : publication.Version + 1, time.GetUtcNow().UtcDateTime);
        db.AnnounceContent(publication.Key);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        report.Count(isNew ? ImportOutcome.Created : ImportOutcome.Updated);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The content folder is missing; the site serves what the database has.")]
    private partial void LogMissing();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Content not imported: {Problem}")]
    private partial void LogInvalid(string problem);
}
