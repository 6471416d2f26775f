using FsCheck;
using FsCheck.Fluent;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

public sealed class HostileQueryTests : IDisposable
{
    private readonly SearchFolder folder = new();
    private readonly SearchIndex index;
    private readonly SearchEngine engine;
    private readonly SearchSuggestions suggestions;

    public HostileQueryTests()
    {
        index = folder.OpenWith(SearchFolder.Article("angst", "Angst", "Kroppen slår alarm."), SearchFolder.Article("tvang", "Tvangstanker"));
        engine = new SearchEngine(index, ContentFiles.Lexicon);
        suggestions = new SearchSuggestions(index, ContentFiles.Lexicon);
    }

    public static TheoryData<string> Hostile =>
    [
        new string('a', 10_000),
        new string('å', 10_000),
        string.Concat(Enumerable.Repeat("angst ", 1_000)),
        string.Concat(Enumerable.Repeat("tvangstnaker ", 1_000)),
        string.Join(' ', Enumerable.Range(0, 1_000)),
        "\0", "angst\0tvang", "\ud800", "\udfff\ud800 angst", "angst \ud83d", "😀😀", "\uffff\ufffe", "\u202eangst",
        "!!!???", "+-&&||!(){}[]^\"~*?:\\/", "angst AND (", "title:angst~2^9", "*", "?*", "\"angst", "a|b|c", "|", "-", "--", "a-", "-a-b-c-d-",
        "\u0301\u0302\u0308", "a\u0301\u0302\u0303\u0308\u030a", "' ' '", "a'b'c'd", "ﬁ ﬀ Ǆ ſ", "ひらがな 漢字", "العربية", "\t\r\n", "\u00ad", "aaaaaaaaaaaaaaaaaaaa eeeeeeeeee", "oeoeoeoeoeae",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Search_ForHostileText_AnswersWithoutThrowing(string text)
    {
        var results = engine.Search(new SearchQuery { Text = text });

        Assert.InRange(results.Hits.Count, 0, SearchQuery.PageSize);
        Assert.InRange(suggestions.For(text, "nb").Count, 0, SearchSuggestions.MaxCount);
    }

    [Fact]
    public void Search_ForHostileFilters_AnswersWithoutThrowing()
    {
        var query = new SearchQuery { Text = "angst", Language = "\0", Kind = "\ud800", Topic = new string('x', 40_000), AgeBand = "|", Year = int.MinValue };

        Assert.Equal(0, engine.Search(query).Total);
    }

    [Fact]
    public void Search_ForManyWords_UsesTheFirstTwelve()
    {
        var padding = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"ukjent{(char)('a' + i)}"));

        Assert.Equal(0, engine.Search(new SearchQuery { Text = $"{padding} angst" }).Total);
    }

    [Fact]
    public void Search_ForRandomStrings_NeverThrows() => Prop.ForAll<string?>(text =>
    {
        engine.Search(new SearchQuery { Text = text ?? "" });
        suggestions.For(text ?? "", "nb");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Apply_WithRandomTexts_NeverThrowsAndStaysSearchable() => Prop.ForAll<string?, string?>((title, body) =>
    {
        index.Apply([SearchFolder.Article("random", title ?? "", body ?? "")], [], "r");
        engine.Search(new SearchQuery { Text = title ?? "" });
    }).QuickCheckThrowOnFailure();

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }
}
