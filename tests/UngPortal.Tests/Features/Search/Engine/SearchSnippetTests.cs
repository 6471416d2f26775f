using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

public sealed class SearchSnippetTests : IDisposable
{
    private readonly SearchFolder folder = new();

    [Fact]
    public void Snippet_AcrossHeadingAndListItems_KeepsThemApart()
    {
        var snippet = Snippet("trener for å spise", "Tegn på at det er for mye\ndu trener for å få lov til å spise\nDa er det ikke du som styrer.");

        Assert.Equal("… du trener for å få lov til å spise … Da er det ikke du som styrer.", snippet);
    }

    [Fact]
    public void Snippet_AfterAWholeSentence_GoesOnWithoutAGap() =>
        Assert.Equal("Ring «Alarmtelefonen.» De hører på deg.", Snippet("alarmtelefonen", "Ring «Alarmtelefonen.»\nDe hører på deg."));

    [Fact]
    public void Snippet_WithADate_DoesNotBeginInsideIt()
    {
        var filler = string.Concat(Enumerable.Repeat("Her står noe annet. ", 20));

        Assert.StartsWith("… Siden 1. juli gjelder samtykke.", Snippet("samtykke", filler + "Siden 1. juli gjelder samtykke. " + filler), StringComparison.Ordinal);
    }

    [Fact]
    public void Snippet_WithManyMatches_BeginsAtTheSentenceThatHoldsMostOfThem()
    {
        var filler = string.Concat(Enumerable.Repeat("Søvn er viktig for kroppen. ", 20));

        Assert.StartsWith("… Mobilen stjeler søvn om kvelden.", Snippet("søvn og mobilen", filler + "Mobilen stjeler søvn om kvelden. " + filler), StringComparison.Ordinal);
    }

    [Fact]
    public void Snippet_OfTheShippedText_ShowsTheLineThatAnswers()
    {
        using var index = folder.OpenWith(ContentFiles.Articles());

        Assert.Contains("mensen har vært borte i tre måneder", Text(SearchFolder.Ask(index, "mensen kommer ikke").Hits[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Label_OfAHit_IsTheTopicThatTheQueryNames_ElseTheMainOne()
    {
        using var index = folder.OpenWith(
            SearchFolder.Article("a", "Mensen kommer") with { Labels = ["Kropp", "Mensen"] },
            SearchFolder.Article("b", "Pubertet og mensen") with { Labels = ["Pubertet", "Penis og pung"] });

        Assert.Equal(["Mensen", "Pubertet"], SearchFolder.Ask(index, "mensen").Hits.OrderBy(hit => hit.Document.Key, StringComparer.Ordinal).Select(hit => hit.Label));
    }

    [Fact]
    public void Label_OfAService_IsOnlyATopicThatTheQueryNames()
    {
        using var index = folder.OpenWith(SearchFolder.Article("a", "Spør om kroppen og mensen") with { Kind = "service", Labels = ["Mensen", "Penis og pung"] });

        Assert.Equal("Mensen", SearchFolder.Ask(index, "mensen").Hits[0].Label);
        Assert.Null(SearchFolder.Ask(index, "kroppen").Hits[0].Label);
    }

    public void Dispose() => folder.Dispose();

    private string Snippet(string query, string body)
    {
        using var index = folder.OpenWith(SearchFolder.Article("a", "Tittel", body));
        return Text(SearchFolder.Ask(index, query).Hits[0]);
    }

    private static string Text(SearchResults.Hit hit) => string.Concat(hit.Snippet.Select(segment => segment.Text));
}
