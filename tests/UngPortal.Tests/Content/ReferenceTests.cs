using System.Text.RegularExpressions;
using UngPortal.Features.Services;

namespace UngPortal.Tests.Content;

/// <summary>What a text points to is there.</summary>
public sealed partial class ReferenceTests
{
    private static readonly HashSet<string> Articles = [.. ShippedContent.Articles.Select(article => article.Slug)];
    private static readonly HashSet<string> Illustrations = [.. ShippedContent.Illustrations.Select(illustration => illustration.Slug)];

    private static readonly HashSet<string> Settings = ["behandlingsansvarlig", "kontakt", "loggdager"];

    private static readonly HashSet<string> OtherPaths =
        ["/api", "/hjelp-na", "/tjenester", "/hjelp-naer-deg", "/finn-hjelp", "/verktoy", "/still-sporsmal", "/sjekk-svar", "/sok", "/tema", "/sporsmal", "/artikler", "/video", "/illustrasjoner", "/tilbakemelding", "/innstillinger", "/forlat", "/"];

    [Fact]
    public void References_OfEveryPiece_AreThere()
    {
        var pieces = ShippedContent.Articles.Select(article => (Name: article.ToString(), article.Fields)).Concat(ShippedContent.Videos.Select(video => (Name: video.Slug, video.Fields))).ToList();

        Assert.Empty(Missing(pieces, "related", Articles));
        Assert.Empty(Missing(pieces, "services", ShippedContent.Services));
        Assert.Empty(Missing(pieces.Concat(ShippedContent.Illustrations.Select(illustration => (Name: illustration.Slug, illustration.Fields))), "topics", [.. ShippedContent.RootOfTopic.Keys]));
        Assert.Empty(pieces.Where(piece => !Illustrations.Contains(piece.Fields.Text("illustration"))).Select(piece => piece.Name));
    }

    [Fact]
    public void Articles_PointToOthers_NotToThemselves() =>
        Assert.All(ShippedContent.Articles, article =>
        {
            Assert.InRange(article.Fields.List("related").Count, 2, 4);
            Assert.DoesNotContain(article.Slug, article.Fields.List("related"));
            Assert.Distinct(article.Fields.List("related"));
        });

    [Fact]
    public void Sources_OfEveryArticle_AreTwoOrMoreAndSafe() =>
        Assert.All(ShippedContent.Articles, article =>
        {
            var sources = ((List<object>)article.Fields["sources"]!).Cast<Dictionary<object, object?>>().ToList();
            Assert.True(sources.Count >= 2, article.ToString());
            Assert.All(sources, source => Assert.StartsWith("https://", (string)source["url"]!, StringComparison.Ordinal));
        });

    [Fact]
    public void Bodies_OfArticlesAndPages_LeadToWhatIsThere()
    {
        var dead = new List<string>();
        foreach (var file in ShippedContent.Articles.Concat(ShippedContent.Pages))
        {
            dead.AddRange(Embed().Matches(file.Rendered.Html)
                .Where(match => !Known(match.Groups[1].Value).Contains(match.Groups[2].Value)).Select(match => $"{file}: {match.Groups[2].Value}"));
            dead.AddRange(Link().Matches(file.Rendered.Html).Select(match => match.Groups[1].Value).Where(path => !IsThere(path)).Select(path => $"{file}: {path}"));
        }

        Assert.Empty(dead);
    }

    [Fact]
    public void Services_NamedWithASmallLetter_DoNotBeginASentence()
    {
        var (services, _) = HelplineFile.Parse(File.ReadAllText(ShippedContent.Path("services", "helplines.yml")), "helplines.yml");
        var small = services.Where(service => service.InText.Count > 0).ToDictionary(service => service.Slug, service => service.InText, StringComparer.Ordinal);

        Assert.Empty(ShippedContent.Articles.Concat(ShippedContent.Pages).SelectMany(file => SentenceStart().Matches(file.Body)
            .Where(match => small.TryGetValue(match.Groups[1].Value, out var text) && char.IsLower(text.In(file.Language)[0])).Select(match => $"{file}: {match.Value}")));
    }

    private static HashSet<string> Known(string kind) => kind switch
    {
        "tjeneste" => ShippedContent.Services,
        "innstilling" => Settings,
        _ => Illustrations,
    };

    private static bool IsThere(string address) => address[0] != '/' || (address.Split('#')[0] is var path
        && (OtherPaths.Contains(path) || ShippedContent.Pages.Any(page => "/" + page.Slug == path) || (path.StartsWith("/artikler/", StringComparison.Ordinal) && Articles.Contains(path[10..]))
            || (path.StartsWith("/tema/", StringComparison.Ordinal) && ShippedContent.RootOfTopic.ContainsKey(path[6..]))));

    private static IEnumerable<string> Missing(IEnumerable<(string Name, IReadOnlyDictionary<string, object?> Fields)> pieces, string key, HashSet<string> known) =>
        pieces.SelectMany(piece => piece.Fields.List(key).Where(slug => !known.Contains(slug)).Select(slug => $"{piece.Name}: {slug}"));

    [GeneratedRegex("data-kind=\"([a-z]+)\" data-key=\"([a-z0-9-]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Embed();

    [GeneratedRegex(@"(?:^|[.!?]\W*\s)\W*\[\[tjeneste:([a-z0-9-]+)\]\]", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SentenceStart();

    [GeneratedRegex("<a href=\"([^\"]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Link();
}
