using System.Text.RegularExpressions;
using System.Xml.Linq;
using UngPortal.Features.Services;
using UngPortal.Testing;

namespace UngPortal.Tests.Content;

/// <summary>What the site itself says, in three languages.</summary>
public sealed partial class InterfaceTextTests
{
    private static readonly string[] Files = ["Ui.resx", "Ui.nn.resx", "Ui.en.resx"];

    /// <summary>Keys that are put together while the site runs, and what the beginnings are followed by.</summary>
    private static readonly Dictionary<string, string[]> Dynamic = new(StringComparer.Ordinal)
    {
        ["Error_"] = [.. new[] { "404", "410", "422", "429", "500", "503" }.SelectMany(status => new[] { status + "_Title", status + "_Text" })],
        ["Count_"] = [.. new[] { "Article", "Video", "Illustration" }.SelectMany(kind => new[] { kind, kind + "_One" })],
        ["Controller_LogDays"] = ["", "_One"],
        ["Kind_"] = ["article", "video", "illustration", "service"],
        ["Language_"] = ["nb", "nn", "en"],
        ["Way_"] = Enum.GetNames<ChannelKind>(),
        ["Channel_"] = Enum.GetNames<ChannelKind>(),
        ["Emergency_"] = ["113", "112", "110", "116117", "giftinformasjonen"],
    };

    private static readonly Dictionary<string, Dictionary<string, string>> Texts = Files.ToDictionary(
        file => file,
        file => XDocument.Load(Path.Combine(Repository.Web, "Features", "Shared", file)).Descendants("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static readonly string Source = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Web, "Features"), "*.cs*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)).Select(File.ReadAllText));

    [Theory]
    [InlineData("Ui.nn.resx")]
    [InlineData("Ui.en.resx")]
    public void Keys_OfEveryLanguage_AreTheSame(string file) =>
        Assert.Equal(Texts["Ui.resx"].Keys.Order(StringComparer.Ordinal), Texts[file].Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Keys_InEachFile_AreSorted() =>
        Assert.All(Texts.Values, texts => Assert.Equal(texts.Keys.Order(StringComparer.Ordinal), texts.Keys));

    [Fact]
    public void Texts_OfEveryLanguage_AreThereWithTheSamePlaceholders()
    {
        var different = Texts["Ui.resx"].Where(text => Texts.Values.Any(other => string.IsNullOrWhiteSpace(other[text.Key]) || !Placeholders(other[text.Key]).SetEquals(Placeholders(text.Value))));

        Assert.Empty(different.Select(text => text.Key));
    }

    [Fact]
    public void Keys_ThatPagesAskFor_AreThere()
    {
        var asked = Asked().Matches(Source).Select(match => match.Groups[1].Value).Where(key => !Dynamic.ContainsKey(key));
        var composed = Dynamic.SelectMany(pair => pair.Value.Select(end => pair.Key + end));

        Assert.Empty(asked.Concat(composed).Distinct().Where(key => !Texts["Ui.resx"].ContainsKey(key)).Select(key => key));
    }

    [Fact]
    public void Keys_ThatAreThere_AreUsed()
    {
        var literals = Literal().Matches(Source).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var composed = Dynamic.SelectMany(pair => pair.Value.Select(end => pair.Key + end)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Texts["Ui.resx"].Keys.Where(key => !literals.Contains(key) && !composed.Contains(key)).Select(key => key));
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(?:T|texts)\[""([A-Za-z0-9_]+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Asked();

    [GeneratedRegex(@"""([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Literal();
}
