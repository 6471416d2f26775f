using UngPortal.Features.Search;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>A temporary folder for one test's index, and short ways to fill and ask it.</summary>
internal sealed class SearchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("search-").FullName;

    public static SearchDocument Article(string slug, string title, string body = "", string ingress = "", string language = "nb", params string[] topics) => new()
    {
        Kind = "article",
        Key = $"article:{slug}",
        Path = $"/artikler/{slug}",
        Language = language,
        Title = title,
        Ingress = ingress,
        Body = body,
        TopicNames = topics,
        PublishedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    public static async IAsyncEnumerable<SearchDocument> Stream(params IEnumerable<SearchDocument> documents)
    {
        foreach (var document in documents)
        {
            await Task.CompletedTask;
            yield return document;
        }
    }

    public static List<string> Titles(SearchIndex index, string text, string language = "nb") =>
        [.. Ask(index, text, language).Hits.Select(hit => hit.Document.Title)];

    public static SearchResults Ask(SearchIndex index, string text, string language = "nb") =>
        new SearchEngine(index, ContentFiles.Lexicon).Search(new SearchQuery { Text = text, Language = language });

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock"))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public SearchIndex Open() => SearchIndex.Open(Root);

    public SearchIndex OpenWith(params IEnumerable<SearchDocument> documents)
    {
        var index = Open();
        index.Apply(documents, [], "1");
        return index;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
