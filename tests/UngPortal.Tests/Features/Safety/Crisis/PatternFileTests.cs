using UngPortal.Features.Safety;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Safety.Crisis;

/// <summary>How pattern files are read, and that a broken one stops the start with its line.</summary>
public sealed class PatternFileTests
{
    [Theory]
    [InlineData("[rød]\n{ukjent} ord", "line 2: there is no list {ukjent}")]
    [InlineData("jeg vil", "line 1: a section such as [rød] comes first")]
    [InlineData("[blå]", "line 1: [blå] is none of")]
    [InlineData("[rød]\n\n# merknad\nord ..", "line 4: a phrase begins and ends with a word")]
    [InlineData("[rød]\n.. ord", "line 2: a gap stands between two words")]
    [InlineData("[rød]\no*rd", "line 2: \"o*rd\" is no word")]
    public void Of_BrokenFile_NamesFileAndLine(string text, string fault)
    {
        var error = Assert.ThrowsAny<FormatException>(() => Detector(text));

        Assert.StartsWith($"suicidal.txt, {fault}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{x} = {y}\n{y} = {x}")]
    [InlineData("{x} =")]
    [InlineData("x = ord")]
    public void Of_BrokenWordFile_NamesFileAndLine(string lines) =>
        Assert.StartsWith("words.txt, line ", Assert.ThrowsAny<FormatException>(() => Detector("[rød]\n{x}", lines)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("en to", Severity.Red)]
    [InlineData("en og to", Severity.Green)]
    [InlineData("tre ku sau fire", Severity.Red)]
    [InlineData("tre ku sau geit fire", Severity.Green)]
    [InlineData("tre. fire", Severity.Red)]
    [InlineData("a tre. b fire", Severity.Green)]
    [InlineData("fem x. y seks", Severity.Green)]
    [InlineData("seks x og y fem", Severity.Red)]
    [InlineData("helt", Severity.Red)]
    [InlineData("helt sikkert", Severity.Green)]
    [InlineData("brødskiver", Severity.Red)]
    [InlineData("solbrød", Severity.Green)]
    [InlineData("sommerskole", Severity.Yellow)]
    [InlineData("ti en to", Severity.Green)]
    public void Assess_ReadsTheLanguageOfPatterns(string text, Severity severity) =>
        Assert.Equal(severity, Detector("[rød]\nen to\ntre .. fire\nfem + seks\n^ helt\nbrød*\n[gul]\n*skole\n! ti en").Assess(text).Severity);

    private static CrisisDetector Detector(string patterns, string more = "") => CrisisDetector.Of(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["words.txt"] = [.. more.Split('\n'), .. File.ReadAllLines(Path.Combine(Shipped.Folder, "words.txt"))],
        ["suicidal.txt"] = patterns.Split('\n'),
    });
}
