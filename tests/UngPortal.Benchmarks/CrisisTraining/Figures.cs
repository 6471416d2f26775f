using UngPortal.Kernel;

namespace UngPortal.Benchmarks.CrisisTraining;

/// <summary>The figures that product/safety.md has bars for.</summary>
internal static class Figures
{
    public static void Print(string name, IReadOnlyList<(LabelledText Text, double Score)> texts, double threshold)
    {
        double Red(Func<LabelledText, bool> which) => texts.Where(text => which(text.Text)).Select(text => text.Score >= threshold ? 1.0 : 0).DefaultIfEmpty().Average();
        Console.WriteLine($"{name,-28}Red found {Red(text => text.IsRed):P1}, indirect {Red(text => text is { IsRed: true, Kind: "indirect" }):P1}, Green called Red {Red(text => text.Label == Severity.Green):P1}, Yellow called Red {Red(text => text.Label == Severity.Yellow):P1}");
        Console.WriteLine($"{"",-28}{string.Join(", ", texts.Where(text => text.Text.IsRed).Select(text => text.Text.Kind).Distinct().Order(StringComparer.Ordinal).Select(kind => $"{kind} {Red(text => text.IsRed && text.Kind == kind):P1}"))}; by area under the curve {Area(texts):0.0000}");
    }

    /// <summary>How often a Red text scores above a Green one.</summary>
    private static double Area(IReadOnlyList<(LabelledText Text, double Score)> texts)
    {
        double[] green = [.. texts.Where(text => text.Text.Label == Severity.Green).Select(text => text.Score).Order()];
        return texts.Where(text => text.Text.IsRed).Average(text => Array.BinarySearch(green, text.Score) is var at && at < 0 ? ~at : at) / green.Length;
    }
}
