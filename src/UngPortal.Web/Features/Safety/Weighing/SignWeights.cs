using System.Globalization;
using UngPortal.Features.Safety.Detecting;

namespace UngPortal.Features.Safety.Weighing;

/// <summary>What was learnt: a weight for each number that a clue may have, one for each thing the rules say, how much a window alone counts for less, from where on a text is Red, and which rules don't decide by themselves.</summary>
internal sealed record SignWeights(int Bits, double Unit, double Bias, double AloneLess, double Threshold, IReadOnlyDictionary<string, double> Rules, IReadOnlySet<string> Doubted, sbyte[] Clues)
{
    public const string File = "model.txt";

    private const string Version = "crisis-model 2";
    private const string Rule = "rule:";
    private const string Doubt = "doubt:";
    private const int LineLength = 160;

    public double this[uint clue] => Clues[clue & (uint)(Clues.Length - 1)] * Unit;

    public static SignWeights Read(IEnumerable<string> lines)
    {
        var all = PatternLine.In(File, lines).ToList();
        var first = all.FirstOrDefault(new PatternLine(File, 1, ""));
        if (first.Text != Version)
        {
            throw first.Fault($"it begins with \"{Version}\"");
        }

        var begin = all.FindIndex(line => line.Text == "weights");
        if (begin < 0)
        {
            throw first.Fault("there is no line \"weights\"");
        }

        var values = new Dictionary<string, (PatternLine Line, double Value)>(StringComparer.Ordinal);
        foreach (var line in all.Take(begin).Skip(1))
        {
            if (line.Text.Split(' ') is not [var name, var number] || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                throw line.Fault("a name and a number stand here");
            }

            values[name] = (line, value);
        }

        double Of(string name) => values.TryGetValue(name, out var found) ? found.Value : throw first.Fault($"there is no line \"{name}\"");
        var bits = Of("bits") is var given and >= 8 and <= 20 ? (int)given : throw values["bits"].Line.Fault("bits are 8 to 20");
        var rules = values.Where(value => value.Key.StartsWith(Rule, StringComparison.Ordinal)).ToDictionary(value => value.Key[Rule.Length..], value => value.Value.Value, StringComparer.Ordinal);
        var doubted = values.Keys.Where(name => name.StartsWith(Doubt, StringComparison.Ordinal)).Select(name => name[Doubt.Length..]).ToHashSet(StringComparer.Ordinal);
        return new SignWeights(bits, Of("unit"), Of("bias"), Of("alone"), Of("threshold"), rules, doubted, Numbers(all, begin, 1 << bits));
    }

    public IEnumerable<string> Lines()
    {
        static string Line(string name, double value) => string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.######}");
        yield return "# Vektene til kriseoppdageren, laget av: dotnet run -c Release --project tests/UngPortal.Benchmarks -- crisis-train. Ikke rett for hånd.";
        yield return Version;
        yield return Line("bits", Bits);
        yield return Line("unit", Unit);
        yield return Line("bias", Bias);
        yield return Line("alone", AloneLess);
        yield return Line("threshold", Threshold);
        foreach (var (name, value) in Rules.OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            yield return Line(Rule + name, value);
        }

        foreach (var name in Doubted.Order(StringComparer.Ordinal))
        {
            yield return Line(Doubt + name, 1);
        }

        yield return "weights";
        var text = Convert.ToBase64String(Array.ConvertAll(Clues, clue => (byte)clue));
        for (var from = 0; from < text.Length; from += LineLength)
        {
            yield return text.Substring(from, Math.Min(LineLength, text.Length - from));
        }
    }

    private static sbyte[] Numbers(List<PatternLine> all, int begin, int count)
    {
        var bytes = new List<byte>(count);
        foreach (var line in all.Skip(begin + 1))
        {
            var part = new byte[line.Text.Length];
            bytes.AddRange(Convert.TryFromBase64String(line.Text, part, out var length) ? part[..length] : throw line.Fault("the weights are Base64"));
        }

        return bytes.Count == count ? [.. bytes.Select(value => (sbyte)value)] : throw all[begin].Fault($"there are {bytes.Count} weights, not {count}");
    }
}
