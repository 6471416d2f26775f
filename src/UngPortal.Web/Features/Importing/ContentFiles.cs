using UngPortal.Features.Publications;
using UngPortal.Kernel;

using UngPortal.Platform.Importing;

namespace UngPortal.Features.Importing;

/// <summary>Finds the pieces of content in the folder: language versions and attachments that share a slug are one piece.</summary>
public static class ContentFiles
{
    private static readonly (PublicationKind Kind, string Folder, string Pattern)[] Kinds =
    [
        (PublicationKind.Illustration, "illustrations", "*.yml"),
        (PublicationKind.Video, "videos", "*.yml"),
        (PublicationKind.Article, "articles", "*.md"),
        (PublicationKind.Page, "pages", "*.md"),
    ];

    /// <summary>The folder that holds the files of a kind.</summary>
    public static string FolderOf(PublicationKind kind) => Array.Find(Kinds, one => one.Kind == kind).Folder;

    public static IEnumerable<ContentPiece> In(string root, ImportReport report)
    {
        foreach (var (kind, folder, pattern) in Kinds)
        {
            var full = Path.Combine(root, folder);
            if (!Directory.Exists(full))
            {
                continue;
            }

            var groups = Directory.EnumerateFiles(full, pattern).Order(StringComparer.Ordinal)
                .GroupBy(path => Path.GetFileName(path).Split('.')[0], StringComparer.Ordinal);
            foreach (var group in groups)
            {
                if (!Slug.IsValid(group.Key))
                {
                    report.Reject([new ImportProblem($"{folder}/{Path.GetFileName(group.First())}", 1, $"'{group.Key}' is not a slug: use lower-case a–z, digits and hyphens in the file name.")]);
                    continue;
                }

                var attachments = pattern == "*.yml"
                    ? Directory.EnumerateFiles(full, $"{group.Key}*").Where(path => !path.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                    : null;
                yield return new ContentPiece(new SourceFile(root, $"{folder}/{group.Key}", [.. group], attachments), kind, group.Key);
            }
        }
    }
}
