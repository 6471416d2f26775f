using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Importing;

/// <summary>Finds where the shipped files and what is live differ, by the importer's own rules, and changes nothing. Source: product/content.md, "Files in content/".</summary>
public sealed class ContentComparison(PortalDbContext db, ContentReading reading, IOptions<ContentFolderOptions> options, IHostEnvironment environment)
{
    /// <summary>All differences, the most pressing first.</summary>
    public async Task<IReadOnlyList<ContentDifference>> FindAsync(CancellationToken cancellationToken)
    {
        var records = await db.ImportedFiles.AsNoTracking().ToDictionaryAsync(file => file.Path, StringComparer.Ordinal, cancellationToken);
        var live = await db.Publications.Select(one => new { one.Id, one.Kind, one.Slug, one.Version }).ToDictionaryAsync(one => (one.Kind, one.Slug), cancellationToken);
        var topics = await TopicsAsync(cancellationToken);
        var found = new List<ContentDifference>();
        var pieces = Pieces();
        foreach (var piece in pieces)
        {
            var record = records.GetValueOrDefault(piece.Source.Name);
            var version = live.GetValueOrDefault((piece.Kind, piece.Slug));
            if (StateOf(record, piece.Source.Fingerprint, version?.Version) is { } state)
            {
                var problems = new List<ImportProblem>();
                state = record?.Fingerprint != piece.Source.Fingerprint && reading.Read(piece, topics, problems) is null ? DifferenceState.Invalid : state;
                found.Add(new(piece.Source.Name, piece.Kind, piece.Slug, state, version?.Id, problems));
            }
        }

        var names = pieces.Select(piece => piece.Source.Name).ToHashSet(StringComparer.Ordinal);
        found.AddRange(live.Values.Where(one => records.ContainsKey(NameOf(one.Kind, one.Slug)) && !names.Contains(NameOf(one.Kind, one.Slug)))
            .Select(one => new ContentDifference(NameOf(one.Kind, one.Slug), one.Kind, one.Slug, DifferenceState.FileGone, one.Id, [])));
        return [.. found.OrderBy(one => one.State).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <summary>What the files of a piece say; null when they are not there or can't be read.</summary>
    public async Task<PublicationDraft?> ReadAsync(PublicationKind kind, string slug, CancellationToken cancellationToken) =>
        Pieces().FirstOrDefault(piece => piece.Kind == kind && piece.Slug == slug) is { } found ? reading.Read(found, await TopicsAsync(cancellationToken), []) : null;

    /// <summary>Notes that a person has seen the files as they are now and keeps what is live. The caller saves.</summary>
    public async Task KeepLiveAsync(PublicationKind kind, string slug, DateTime now, CancellationToken cancellationToken)
    {
        var source = Pieces().First(piece => piece.Kind == kind && piece.Slug == slug).Source;
        var record = await db.ImportedFiles.FirstOrDefaultAsync(file => file.Path == source.Name, cancellationToken) ?? db.ImportedFiles.Add(new ImportedFile { Path = source.Name }).Entity;
        record.Record(source.Fingerprint, record.VersionLeft, now);
    }

    private static DifferenceState? StateOf(ImportedFile? record, string fingerprint, int? version)
    {
        var isSameFile = record?.Fingerprint == fingerprint;
        return (record, version) switch
        {
            (null, null) => DifferenceState.Waiting,
            (null, _) => DifferenceState.SameName,
            _ when version == record.VersionLeft => isSameFile ? null : DifferenceState.Waiting,
            _ => isSameFile ? DifferenceState.EditedHere : DifferenceState.BothChanged,
        };
    }

    private static string NameOf(PublicationKind kind, string slug) => $"{ContentFiles.FolderOf(kind)}/{slug}";

    private List<ContentPiece> Pieces() => [.. ContentFiles.In(options.Value.PathIn(environment), new ImportReport())];

    private async Task<IReadOnlySet<string>> TopicsAsync(CancellationToken cancellationToken) =>
        (await db.Topics.Select(topic => topic.Slug).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
}
