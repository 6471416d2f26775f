using UngPortal.Features.Safety;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Safety.Crisis;

/// <summary>How the trained model is read, what it adds to the rules, and that a broken one stops the start with its line.</summary>
public sealed class ModelFileTests
{
    private static readonly string NoWeights = Convert.ToBase64String(new byte[256]);

    [Theory]
    [InlineData("", "line 1: it begins with \"crisis-model 2\"")]
    [InlineData("# merknad\ncrisis-model 0", "line 2: it begins with \"crisis-model 2\"")]
    [InlineData("crisis-model 2\nbits 8", "line 1: there is no line \"weights\"")]
    [InlineData("crisis-model 2\nbits\nweights", "line 2: a name and a number stand here")]
    [InlineData("crisis-model 2\nbits NaN\nweights", "line 2: a name and a number stand here")]
    [InlineData("crisis-model 2\n\nbits 40\nweights", "line 3: bits are 8 to 20")]
    [InlineData("crisis-model 2\nunit 1\nweights", "line 1: there is no line \"bits\"")]
    [InlineData("crisis-model 2\nbits 8\nunit 1\nbias 0\nweights", "line 1: there is no line \"alone\"")]
    [InlineData("crisis-model 2\nbits 8\nunit 1\nbias 0\nalone 1\nweights", "line 1: there is no line \"threshold\"")]
    [InlineData("crisis-model 2\nbits 8\nunit 1\nbias 0\nalone 1\nthreshold 1\nweights\nikke Base64!", "line 8: the weights are Base64")]
    [InlineData("crisis-model 2\nbits 8\nunit 1\nbias 0\nalone 1\nthreshold 1\nweights\nAAAA", "line 7: there are 3 weights, not 256")]
    public void Of_BrokenModel_NamesFileAndLine(string model, string fault)
    {
        var error = Assert.ThrowsAny<FormatException>(() => Detector(model, "trøtt = sliten"));

        Assert.StartsWith($"model.txt, {fault}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "line 1: the file is missing")]
    [InlineData("# merknad\ntrøtt: sliten", "line 2: a meaning is written name = word, beginning*")]
    [InlineData("trøtt = sli ten", "line 1: \"sli ten\" is no word")]
    [InlineData("trøtt = *", "line 1: \"*\" is no word")]
    public void Of_BrokenMeanings_NamesFileAndLine(string? meanings, string fault)
    {
        var error = Assert.ThrowsAny<FormatException>(() => Detector(Model(0), meanings));

        Assert.StartsWith($"meanings.txt, {fault}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "ord", Severity.Red, "suicidal")]
    [InlineData(1, "ord", Severity.Red, "suicidal")]
    [InlineData(-1, "noe annet", Severity.Red, "model")]
    [InlineData(1, "noe annet", Severity.Green, "")]
    [InlineData(-1, "", Severity.Green, "")]
    public void Assess_ModelAndRules_TheModelDecides_ButTakesNoHarmToSelfBack(double threshold, string text, Severity severity, string reasons)
    {
        var signs = Detector(Model(threshold), "trøtt = sliten").Assess(text);

        Assert.Equal(severity, signs.Severity);
        Assert.Equal(reasons, string.Join(' ', signs.Reasons));
    }

    [Fact]
    public void Assess_RuleThatIsDoubted_IsTakenBack()
    {
        // The group and a number that stands for the rule's line.
        const string Name = "suicidal-99c94d92";

        Assert.Equal(Severity.Red, Detector(Model(1), "trøtt = sliten").Assess("ord").Severity);
        Assert.Equal(Severity.Yellow, Detector(Model(1, $"doubt:{Name} 1\n"), "trøtt = sliten").Assess("ord").Severity);
    }

    [Theory]
    [InlineData("jeg lurer på hvordan man kan dø uten at noen finner en")]
    [InlineData("jeg vil ikke leve mer")]
    [InlineData("eg skadar meg sjølv")]
    public void Assess_HarmToSelfInPlainWords_IsRed(string text) => Assert.Equal(Severity.Red, Shipped.Detector.Assess(text).Severity);

    [Fact]
    public void Assess_SameTextTwice_IsTheSame()
    {
        const string Text = "jeg har gitt bort alt jeg eier, og nå er det bare å vente. takk for alt";

        var (first, second) = (CrisisDetector.Load(Shipped.Folder).Assess(Text), Shipped.Detector.Assess(Text));

        Assert.Equal(first.Severity, second.Severity);
        Assert.Equal(first.Reasons, second.Reasons);
    }

    [Theory]
    [InlineData("det er best for alle om jeg ikke er her til sommeren", Severity.Red)]
    [InlineData("eg har skrive brev til alle saman, og snart slepp dei å ha meg", Severity.Red)]
    [InlineData("my family would have it easier if i wasn't around anymore", Severity.Red)]
    [InlineData("Vi vant kampen og spiste pizza etterpå. Jeg orker ikke å leve sånn lenger. Neste uke er det cup.", Severity.Red)]
    [InlineData("orker ikke mer lekser i dag, noen som vil spille fotball?", Severity.Green)]
    [InlineData("siste dag på skulen, takk for tre fine år alle saman", Severity.Green)]
    [InlineData("this exam is killing me, any tips for maths?", Severity.Green)]
    public void Assess_ShippedModel_TellsThemApart(string text, Severity severity) => Assert.Equal(severity, Shipped.Detector.Assess(text).Severity);

    private static string Model(double threshold, string more = "") => FormattableString.Invariant($"crisis-model 2\nbits 8\nunit 1\nbias 0\nalone 1\nthreshold {threshold}\nrule:Red 0.5\n{more}weights\n{NoWeights}");

    private static CrisisDetector Detector(string model, string? meanings)
    {
        var files = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["words.txt"] = File.ReadAllLines(Path.Combine(Shipped.Folder, "words.txt")),
            ["suicidal.txt"] = ["[rød]", "ord"],
            ["model.txt"] = model.Split('\n'),
        };
        if (meanings is not null)
        {
            files["meanings.txt"] = meanings.Split('\n');
        }

        return CrisisDetector.Of(files);
    }
}
