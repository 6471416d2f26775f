using System.Globalization;
using Xunit.Abstractions;

namespace UngPortal.Tests.Content;

/// <summary>Texts that a thirteen-year-old can read.</summary>
public sealed class ReadabilityTests(ITestOutputHelper output)
{
    private const int Highest = 45;
    private const int HighestMedian = 32;
    private const int FewestWords = 250;

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public void Lix_OfEveryArticle_IsLowEnough(string language)
    {
        var articles = ShippedContent.Articles.Where(article => article.Language == language).OrderByDescending(article => article.Rendered.Readability.Lix).ToList();
        var figures = articles.ConvertAll(article => article.Rendered.Readability.Lix);
        var median = (figures[(figures.Count - 1) / 2] + figures[figures.Count / 2]) / 2.0;

        output.WriteLine("| LIX | words | article |\n|---|---|---|");
        articles.ForEach(article => output.WriteLine($"| {article.Rendered.Readability.Lix} | {article.Rendered.Readability.Words} | {article} |"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Median {median}, highest {figures[0]}."));

        Assert.True(median <= HighestMedian, $"The median is {median}.");
        Assert.DoesNotContain(articles, article => article.Rendered.Readability.Lix > Highest);
        Assert.DoesNotContain(articles, article => article.Rendered.Readability.Words < FewestWords);
    }

    [Fact]
    public void Articles_AndPages_HaveNothingToMend() =>
        Assert.Empty(ShippedContent.Articles.Concat(ShippedContent.Pages).SelectMany(file => file.Rendered.Problems.Select(problem => $"{file}:{problem.Line}: {problem.Message}")));
}
