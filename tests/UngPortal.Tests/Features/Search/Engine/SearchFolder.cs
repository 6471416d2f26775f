using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>A temporary folder for one test's index.</summary>
internal sealed class SearchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("search-").FullName;

    public SearchIndex Open() => SearchIndex.Open(Root);

    public SearchIndex OpenWith(params IEnumerable<SearchDocument> documents)
    {
        var index = Open();
        index.Apply(documents, [], "1");
        return index;
    }

    public static SearchDocument Article(string slug, string title, string body = "", string ingress = "", string language = "nb") => new()
    {
        Kind = "article",
        Key = $"article:{slug}",
        Path = $"/artikler/{slug}",
        Language = language,
        Title = title,
        Ingress = ingress,
        Body = body,
        PublishedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
