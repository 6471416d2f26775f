using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Services.Importing;

/// <summary>Brings helplines.yml into the register. A service that is gone from the file stays until someone withdraws it, and one that staff have changed stays theirs.</summary>
public sealed class HelplineImport(PortalDbContext db) : IContentImport
{
    private const string Shown = "services/helplines.yml";

    public async Task RunAsync(string folder, ImportReport report, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Shown);
        if (!File.Exists(path))
        {
            return;
        }

        var unreadable = new List<ImportProblem>();
        if (SourceFile.ReadTextOrReport(path, Shown, unreadable) is not { } text)
        {
            report.Reject(unreadable);
            return;
        }

        var topics = await db.Set<Topics.Topic>().Select(topic => topic.Slug).ToHashSetAsync(cancellationToken);
        var (read, problems) = HelplineFile.Parse(text, Shown, topics);
        foreach (var problem in problems)
        {
            report.Reject([problem]);
        }

        var existing = await db.Services.Where(service => service.Kind != ServiceKind.Local).Include(service => service.Channels).ToDictionaryAsync(service => service.Slug, StringComparer.Ordinal, cancellationToken);
        var changes = 0;
        foreach (var service in read)
        {
            report.Count(Take(service, existing, ref changes));
        }

        if (changes > 0)
        {
            db.Announce(ServicesChanged.Kind, ServicesChanged.All);
            await db.SaveChangesAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private ImportOutcome Take(Service read, Dictionary<string, Service> existing, ref int changes)
    {
        if (!existing.TryGetValue(read.Slug, out var known))
        {
            db.Services.Add(read).Entity.TakeIn(OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime));
            changes++;
            return ImportOutcome.Created;
        }

        if (known.EditedAt is not null)
        {
            return ImportOutcome.Unchanged;
        }

        known.Revise(read.Facts() with { Assured = known.Assured > read.Assured ? known.Assured : read.Assured });
        if (!db.Entry(known).Collection(service => service.Channels).IsModified && db.Entry(known).State == EntityState.Unchanged)
        {
            return ImportOutcome.Unchanged;
        }

        changes++;
        return ImportOutcome.Updated;
    }
}
