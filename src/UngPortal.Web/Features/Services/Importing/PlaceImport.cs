using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Places;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Services.Importing;

/// <summary>Brings types.yml and places.yml into the register, when they have changed. A service that is gone from the file stays until someone withdraws it, and one that staff have changed stays theirs.</summary>
public sealed class PlaceImport(PortalDbContext db) : IContentImport
{
    private const string Types = "services/types.yml";
    private const string Places = "services/places.yml";

    public async Task RunAsync(string folder, ImportReport report, CancellationToken cancellationToken)
    {
        string[] paths = [Path.Combine(folder, Types), Path.Combine(folder, Places)];
        if (!Array.TrueForAll(paths, File.Exists))
        {
            return;
        }

        var source = new SourceFile(folder, "services/places", paths);
        var record = await db.ImportedFiles.FirstOrDefaultAsync(file => file.Path == source.Name, cancellationToken);
        if (record?.Fingerprint == source.Fingerprint)
        {
            report.Count(ImportOutcome.Unchanged);
            return;
        }

        List<ImportProblem> problems = [];
        if (SourceFile.ReadTextOrReport(paths[0], Types, problems) is { } types && SourceFile.ReadTextOrReport(paths[1], Places, problems) is { } places)
        {
            await TakeAsync(types, places, problems, cancellationToken);
        }

        problems.ForEach(problem => report.Reject([problem]));
        if (problems.Count == 0)
        {
            report.Count(record is null ? ImportOutcome.Created : ImportOutcome.Updated);
            record ??= db.ImportedFiles.Add(new ImportedFile { Path = source.Name }).Entity;
            record.Record(source.Fingerprint, 0, db.Time.GetUtcNow().UtcDateTime);
        }

        if (db.ChangeTracker.HasChanges())
        {
            db.Announce(ServicesChanged.Kind, ServicesChanged.All);
            await db.SaveChangesAsync(cancellationToken);
        }

        db.ChangeTracker.Clear();
    }

    private async Task TakeAsync(string types, string places, List<ImportProblem> problems, CancellationToken cancellationToken)
    {
        var (readTypes, typeProblems) = TypeFile.Parse(types, Types);
        problems.AddRange(typeProblems);
        var knownTypes = await db.ServiceTypes.ToDictionaryAsync(type => type.Key, StringComparer.Ordinal, cancellationToken);
        foreach (var type in readTypes)
        {
            if (knownTypes.TryGetValue(type.Key, out var known))
            {
                known.Revise(type.Position, type.Name, type.Summary, type.Description, type.AskThem, type.HoursNote);
            }
            else
            {
                db.ServiceTypes.Add(type);
            }
        }

        var keys = knownTypes.Keys.Concat(readTypes.Select(type => type.Key)).ToHashSet(StringComparer.Ordinal);
        var (services, placeProblems) = ServiceEntries.Read(places, Places, (fields, position) => new PlaceEntry(fields, keys, PlaceBook.Norway).Read(position));
        problems.AddRange(placeProblems);
        var existing = await db.Services.Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery()
            .Where(service => service.Kind == ServiceKind.Local).ToDictionaryAsync(service => service.Slug, StringComparer.Ordinal, cancellationToken);
        foreach (var service in services)
        {
            Take(service, existing);
        }
    }

    private void Take(Service read, Dictionary<string, Service> existing)
    {
        if (!existing.TryGetValue(read.Slug, out var known))
        {
            db.Services.Add(read).Entity.TakeIn(OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime));
            return;
        }

        if (known.EditedAt is null)
        {
            known.Revise(read.Facts() with { Assured = known.Assured > read.Assured ? known.Assured : read.Assured });
        }
    }
}
