using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>What a synonym of several words finds is looked for once and kept: it is to be the same as if it were looked for each time.</summary>
public sealed class SearchPhraseTests : IDisposable
{
    private const string Asked = "kviser";
    private readonly SearchFolder folder = new();

    [Fact]
    public void Search_AfterEachChange_FindsThePhraseWhereItStandsNow()
    {
        using var index = folder.OpenWith(Text("a", "Jeg har uren hud nå."), Text("b", "Min hud er ikke uren."), Text("c", "Noen får uren hud slik."));

        Assert.Equal(["a", "c"], Found(index));

        index.Apply([Text("b", "Min hud er uren hud."), Text("d", "Min uren hud klør.")], ["article:a"], "2");

        Assert.Equal(["b", "c", "d"], Found(index));

        index.Apply([Text("c", "Nå er huden fin.")], [], "3");

        Assert.Equal(["b", "d"], Found(index));
    }

    [Fact]
    public void Search_AskedAgain_GivesTheSameOrder()
    {
        using var index = folder.OpenWith([.. Enumerable.Range(0, 60).Select(i => Text($"t{i}", string.Concat(Enumerable.Repeat("Jeg har uren hud. ", 1 + (i % 7))) + new string('x', i)))]);

        var first = SearchFolder.Titles(index, Asked);

        Assert.Equal(SearchQuery.PageSize, first.Count);
        Assert.Equal(first, SearchFolder.Titles(index, Asked));
        Assert.All(first[..10], title => Assert.True(int.Parse(title[1..], System.Globalization.CultureInfo.InvariantCulture) % 7 >= 4));
    }

    public void Dispose() => folder.Dispose();

    private static UngPortal.Features.Search.SearchDocument Text(string slug, string body) => SearchFolder.Article(slug, slug, body);

    private static List<string> Found(SearchIndex index) => [.. SearchFolder.Titles(index, Asked).Order(StringComparer.Ordinal)];
}
