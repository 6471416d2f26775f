using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

public sealed class SearchSuggestionsTests : IDisposable
{
    private readonly SearchFolder folder = new();
    private readonly SearchIndex index;
    private readonly SearchSuggestions suggestions;

    public SearchSuggestionsTests()
    {
        index = folder.OpenWith(
            [
                SearchFolder.Article("tvang", "Tvangstanker: når hodet henger seg opp", topics: "Psykiske vansker"),
                SearchFolder.Article("tvang", "Intrusive thoughts", language: "en", topics: "Mental health difficulties"),
                SearchFolder.Article("sovn", "Når du ikke får sove", "Tvangstanker i teksten.", topics: "Søvn"),
                .. Enumerable.Range(1, 12).Select(i => SearchFolder.Article($"skole-{i}", $"Skole nummer {i}", topics: "Skolehverdag")),
            ]);
        suggestions = new SearchSuggestions(index, ContentFiles.Lexicon);
    }

    [Theory]
    [InlineData("tv", "Tvangstanker: når hodet henger seg opp")]
    [InlineData("tvangst", "Tvangstanker: når hodet henger seg opp")]
    [InlineData("tvagst", "Tvangstanker: når hodet henger seg opp")]
    [InlineData("hodet heng", "Tvangstanker: når hodet henger seg opp")]
    [InlineData("sovn", "Søvn")]
    [InlineData("psyk", "Psykiske vansker")]
    public void For_WhatIsBeingTyped_CompletesTitlesAndTopics(string text, string expected) => Assert.Equal(expected, suggestions.For(text, "nb")[0]);

    [Fact]
    public void For_WordOnlyInBody_SuggestsOnlyTitlesWithIt() => Assert.DoesNotContain("Når du ikke får sove", suggestions.For("tvangst", "nb"));

    [Fact]
    public void For_ManyMatches_GivesEightDifferent()
    {
        var found = suggestions.For("skole", "nb");

        Assert.Equal(SearchSuggestions.MaxCount, found.Count);
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Contains("Skolehverdag", found);
    }

    [Fact]
    public void For_ReaderOfEnglish_SuggestsEnglishTitles() => Assert.Equal(["Intrusive thoughts"], suggestions.For("intru", "en"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("t")]
    [InlineData("?!")]
    [InlineData("xyzxyz")]
    public void For_NothingToGoBy_SaysNothing(string text) => Assert.Empty(suggestions.For(text, "nb"));

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }
}
