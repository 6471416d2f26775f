using System.Text.RegularExpressions;

namespace UngPortal.Tests.Content;

/// <summary>Hard subjects, told so that nobody is hurt by the telling. Source: product/safety.md, "Safe messaging".</summary>
public sealed partial class SafeMessagingTests
{
    private static readonly string[] HelpWords = ["tjeneste"];

    /// <summary>The subjects and how they must be marked at least.</summary>
    public static TheoryData<string, string> HardSubjects => new()
    {
        { "tanker-om-a-do", "crisis" }, { "selvskading-andre-veier", "crisis" }, { "bekymret-for-en-venn", "crisis" }, { "seksuelle-overgrep-det-er-aldri-din-skyld", "crisis" }, { "vold-hjemme", "crisis" },
        { "spiseforstyrrelser-a-be-om-hjelp", "crisis" }, { "cannabis-det-vi-vet", "sensitive" }, { "nar-foreldre-drikker", "sensitive" }, { "nar-noen-dor", "sensitive" },
        { "nar-alt-er-tungt", "sensitive" }, { "alkohol-press-og-egne-valg", "sensitive" }, { "nar-bilder-blir-delt", "sensitive" }, { "uplanlagt-gravid", "sensitive" },
    };

    [Theory]
    [MemberData(nameof(HardSubjects))]
    public void Sensitivity_OfAHardSubject_IsMarked(string slug, string least)
    {
        var versions = ShippedContent.Articles.Where(article => article.Slug == slug).ToList();

        Assert.NotEmpty(versions);
        Assert.All(versions, article => Assert.Contains(article.Fields.Text("sensitivity"), least == "crisis" ? ["crisis"] : new[] { "sensitive", "crisis" }));
    }

    [Fact]
    public void Words_OfHardSubjects_MarkTheArticlesThatHoldThem()
    {
        var unmarked = ShippedContent.Articles.Where(article => article.Fields.Text("sensitivity") is not ("sensitive" or "crisis") && HardTitle().IsMatch(article.Title + " " + article.Fields.Text("ingress")));

        Assert.Empty(unmarked.Select(article => article.ToString()));
    }

    [Fact]
    public void Articles_OnCrises_NameNoMethodAmountOrGuilt()
    {
        var said = ShippedContent.Articles.Where(article => article.Fields.Text("sensitivity") == "crisis")
            .SelectMany(article => Unsafe().Matches(article.Prose).Select(match => $"{article}: '{match.Value}'"));

        Assert.Empty(said);
    }

    [Fact]
    public void Articles_Anywhere_NeverSayCommitted()
    {
        var said = ShippedContent.Articles.Concat(ShippedContent.Pages).SelectMany(article => Guilt().Matches(article.Prose).Select(match => $"{article}: '{match.Value}'"));

        Assert.Empty(said);
    }

    [Fact]
    public void Articles_OnCrises_NameSomebodyToTalkTo() =>
        Assert.All(ShippedContent.Articles.Where(article => article.Fields.Text("sensitivity") == "crisis"), article =>
        {
            Assert.NotEmpty(article.Fields.List("services"));
            Assert.All(HelpWords, kind => Assert.Contains($"data-kind=\"{kind}\"", article.Rendered.Html, StringComparison.Ordinal));
        });

    [GeneratedRegex(@"selvmord|sjølvmord|suicid|selvskading|sjølvskading|self-harm|overgrep|voldtekt|voldtatt|abuse|rape\b|spiseforstyrrels|eating disorder|cannabis|hasj|narkotika|drugs\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex HardTitle();

    [GeneratedRegex(
        @"\b(?:begikk|begår|begå|begått|gjorde) (?:selvmord|sjølvmord)|commit(?:ted|s|ting)? suicide|\bvellykket selvmord|mislykk\w+ selvmord|successful suicide"
        + @"|\b(?:heng|hengt|hengte|tau|strikk|skjøt seg|skyte seg|overdose|overdoser|gift(?:ig|en|er)?|medisinskap|barberblad|kniv|lighter|razor|blade|rope|noose|bridge|brua|hoppe fra|hoppa frå|toglinja|t-banen)\b"
        + @"|\d+(?:[.,]\d+)? ?(?:kg|kilo|kcal|kalorier|calories|pounds|BMI)\b|\bBMI\b|\d+ ?(?:mg|piller|tabletter|pills|tablets)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Unsafe();

    [GeneratedRegex(@"\b(?:begikk|begår|begå|begått|begjekk|begår) (?:selvmord|sjølvmord)|commit(?:ted|s|ting)? suicide", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Guilt();
}
