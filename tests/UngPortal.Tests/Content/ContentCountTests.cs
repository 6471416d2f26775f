using UngPortal.Features.Questions;

namespace UngPortal.Tests.Content;

/// <summary>How much there is, and that it covers what it should.</summary>
public sealed class ContentCountTests
{
    private static readonly string[] Bands = ["13-15", "16-17", "18-20"];
    private static readonly string[] PlainPages = ["om", "personvern", "informasjonskapsler", "tilgjengelighet", "slik-skjuler-du-sporene-dine", "for-voksne"];

    [Theory]
    [InlineData("nb", 40)]
    [InlineData("nn", 12)]
    [InlineData("en", 12)]
    public void Articles_InEachLanguage_AreEnough(string language, int least) =>
        Assert.InRange(ShippedContent.Articles.Count(article => article.Language == language), least, 10_000);

    [Fact]
    public void Articles_InBokmal_CoverEveryMainTopicAndAgeBand()
    {
        var nb = ShippedContent.Articles.Where(article => article.Language == "nb").ToList();
        var roots = ShippedContent.RootOfTopic.Values.Distinct().ToList();

        Assert.Equal(5, roots.Count);
        Assert.All(roots, root => Assert.True(nb.Count(article => article.Fields.List("topics").Any(topic => ShippedContent.RootOfTopic.GetValueOrDefault(topic) == root)) >= 5, root));
        Assert.All(Bands, band => Assert.True(nb.Count(article => article.Fields.List("ageBands").Contains(band)) >= 15, band));
        Assert.All(nb, article => Assert.Subset(Bands.ToHashSet(StringComparer.Ordinal), article.Fields.List("ageBands").ToHashSet(StringComparer.Ordinal)));
    }

    [Fact]
    public void Articles_InOtherLanguages_BelongToABokmalOne()
    {
        var nb = ShippedContent.Articles.Where(article => article.Language == "nb").ToDictionary(article => article.Slug, StringComparer.Ordinal);

        Assert.All(ShippedContent.Articles.Where(article => article.Language != "nb"), article =>
        {
            Assert.Contains(article.Language, ShippedContent.Languages);
            Assert.All(["topics", "ageBands", "related", "services"], key => Assert.Equal(nb[article.Slug].Fields.List(key), article.Fields.List(key)));
            Assert.All(["illustration", "sensitivity"], key => Assert.Equal(nb[article.Slug].Fields.Text(key), article.Fields.Text(key)));
        });
    }

    [Theory]
    [InlineData("nb", 100)]
    [InlineData("nn", 12)]
    [InlineData("en", 12)]
    public void Questions_InEachLanguage_AreEnough(string language, int least) =>
        Assert.InRange(ShippedContent.Questions.Count(question => question.Language == language), least, 10_000);

    [Fact]
    public void Questions_CoverEveryMainTopicAgeBandAndRole()
    {
        var questions = ShippedContent.Questions;

        Assert.InRange(questions.Count, 120, 10_000);
        Assert.All(ShippedContent.RootOfTopic.Values.Distinct(), root => Assert.True(questions.Count(question => question.Fields.List("topics").Any(topic => ShippedContent.RootOfTopic.GetValueOrDefault(topic) == root)) >= 20, root));
        Assert.All(Bands, band => Assert.True(questions.Count(question => BandOf(question.Fields.Text("age")) == band) >= 30, band));
        Assert.InRange(ShippedContent.Roles.Count, 40, 10_000);
        Assert.Equal(ShippedContent.Roles.Order(StringComparer.Ordinal), questions.Select(question => question.Fields.Text("role")).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Snippets_EveryRole_HasOneOfItsOwn()
    {
        var snippets = ShippedContent.Snippets;

        Assert.Equal(ShippedContent.Roles.Append(Snippet.ForAll).Order(StringComparer.Ordinal), snippets.Where(snippet => snippet.Text("language") == "nb").Select(snippet => snippet.Text("role")).Distinct().Order(StringComparer.Ordinal));
        Assert.All(ShippedContent.Languages, language => Assert.InRange(snippets.Count(snippet => snippet.Text("language") == language), 12, 10_000));
        Assert.Equal(snippets.Count, snippets.DistinctBy(snippet => (snippet.Text("role"), snippet.Text("language"), snippet.Text("section"), snippet.Text("title"))).Count());
    }

    [Fact]
    public void Illustrations_AreEnough_AndToldInThreeLanguages()
    {
        Assert.InRange(ShippedContent.Illustrations.Count, 30, 10_000);
        Assert.All(ShippedContent.Illustrations, illustration =>
            Assert.All(["title", "caption"], key => Assert.True(ShippedContent.Languages.All(language => illustration.Fields.Localized(key).GetValueOrDefault(language) is { Length: > 0 }), $"{illustration.Slug}: {key}")));
    }

    [Fact]
    public void Videos_AreEnough() => Assert.InRange(ShippedContent.Videos.Count, 6, 10_000);

    /// <summary>The band of an age, or of an age that was made coarser because the question is a hard one.</summary>
    private static string BandOf(string age) => Array.Find(Bands, band => band == age || (age.Length == 2 && string.CompareOrdinal(age, band[..2]) >= 0 && string.CompareOrdinal(age, band[3..]) <= 0)) ?? "";

    [Fact]
    public void PlainPages_AreThere_InThreeLanguages() =>
        Assert.Equal(
            PlainPages.SelectMany(page => ShippedContent.Languages.Select(language => $"{page}.{language}.md")).Order(StringComparer.Ordinal),
            ShippedContent.Pages.Select(page => page.ToString()).Where(page => PlainPages.Contains(page.Split('.')[0])).Order(StringComparer.Ordinal));
}
