using System.Text.RegularExpressions;
using UngPortal.Testing;

namespace UngPortal.Tests.Content;

/// <summary>English has one kind of apostrophe: the curly one.</summary>
public sealed partial class ApostropheTests
{
    [Fact]
    public void Apostrophes_InEnglish_AreCurly()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Repository.Content, "*.en.md", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(ShippedContent.Path("videos"), "*.en.vtt"),
            .. Directory.EnumerateFiles(ShippedContent.Path("videos"), "*.yml"),
            .. Directory.EnumerateFiles(ShippedContent.Path("illustrations"), "*.yml"),
            ShippedContent.Path("topics.yml"),
            Path.Combine(Repository.Web, "Features", "Shared", "Ui.en.resx"),
        ];

        Assert.Empty(files.SelectMany(file => Straight().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));
    }

    [GeneratedRegex(@"\w*(?:(?<=[A-Za-z])'(?=[A-Za-z])|(?<=s)'(?= ))\w*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Straight();
}
