using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>The media library's pictures, for the screenshots of tools: like tools themselves they are everybody's, whichever organisation took them in.</summary>
public sealed class ScreenshotShelf(PortalDbContext db)
{
    /// <summary>What the audit trail calls a change of them.</summary>
    public const string Action = "tool-screenshots";

    private const int HitsMost = 12;
    private const int HistoryMost = 20;
    private const string ThumbWidth = "(min-width: 40rem) 160px, 45vw";

    /// <summary>The newest pictures with all these words in their texts.</summary>
    public Task<List<Picture>> FindAsync(string? words, CancellationToken cancellationToken)
    {
        var items = db.MediaItems.Where(item => item.TakenDownAt == null);
        foreach (var word in (words ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            items = items.Where(item => item.SearchText.Contains(word));
        }

        return ReadAsync(items.OrderByDescending(item => item.UploadedAt).ThenByDescending(item => item.Id).Take(HitsMost), cancellationToken);
    }

    /// <summary>The pictures of these names that are still there.</summary>
    public async Task<IReadOnlyDictionary<string, Picture>> NamedAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        (await ReadAsync(db.MediaItems.Where(item => item.TakenDownAt == null && names.Contains(item.Name)), cancellationToken)).ToDictionary(picture => picture.Name, StringComparer.Ordinal);

    /// <summary>What the form calls the tool's screenshots, also those whose picture is gone.</summary>
    public async Task<List<ScreenshotForm.Row>> RowsOfAsync(Tool tool, CancellationToken cancellationToken)
    {
        var ids = tool.Screenshots.Select(shot => shot.MediaItemId).ToList();
        var names = await db.MediaItems.Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, item => item.Name, cancellationToken);
        return [.. tool.Screenshots.Select(shot => new ScreenshotForm.Row { Media = names[shot.MediaItemId], Alt = ToolForm.Texts.Of(shot.Alt) })];
    }

    /// <summary>When the screenshots were changed and by whom, the newest first.</summary>
    public Task<List<Change>> HistoryAsync(Tool tool, CancellationToken cancellationToken)
    {
        var subject = tool.Key;
        return db.AuditEntries.Where(entry => entry.Subject == subject && entry.Action == Action).OrderByDescending(entry => entry.Id).Take(HistoryMost)
            .Select(entry => new Change(entry.At, entry.ActorName)).ToListAsync(cancellationToken);
    }

    private static async Task<List<Picture>> ReadAsync(IQueryable<MediaItem> items, CancellationToken cancellationToken)
    {
        var found = await items.AsNoTracking().Include(item => item.Files.Where(file => file.ReplacedAt == null)).ToListAsync(cancellationToken);
        return found.ConvertAll(item => new Picture(
            item.Id, item.Name, item.Alt, item.Creator, item.Licence,
            new MediaPicture([.. item.Files.Select(file => new MediaPicture.File(file.Name, file.Format, file.Width, file.Height))], "", item.FocalX, item.FocalY, ThumbWidth)));
    }

    /// <summary>A picture that can be chosen.</summary>
    public sealed record Picture(int Id, string Name, LocalizedText Alt, string Creator, MediaLicence Licence, MediaPicture Thumb);

    public sealed record Change(DateTime At, string Who);
}
