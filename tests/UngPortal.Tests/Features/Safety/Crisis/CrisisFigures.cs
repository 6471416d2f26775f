using System.Text;
using UngPortal.Kernel;
using Xunit.Abstractions;

namespace UngPortal.Tests.Features.Safety.Crisis;

/// <summary>The bars of product/safety.md, on labelled sentences. <c>held-out.tsv</c> is for these figures alone: whoever writes patterns, meanings or training sentences does not open it, and nothing is trained on it.</summary>
public sealed class CrisisFigures(ITestOutputHelper output)
{
    private const double RedRecall = 0.98;
    private const double IndirectRecall = 0.90;
    private const double FalseAlarms = 0.10;

    [Theory]
    [InlineData("own.tsv")]
    [InlineData("known.tsv")]
    [InlineData("held-out.tsv")]
    public void Assess_LabelledSentences_MeetTheBars(string file)
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Features", "Safety", "Crisis", file), Encoding.UTF8).Select(Row.Of).OfType<Row>().ToList();
        Print(rows);
        Assert.InRange(rows.Count, 300, 100_000);
        Assert.InRange(Share(rows.FindAll(row => row.Label == Severity.Red), Severity.Red), RedRecall, 1);
        Assert.InRange(Share(rows.FindAll(row => row is { Label: Severity.Red, Kind: "indirect" }), Severity.Red), IndirectRecall, 1);
        Assert.InRange(Share(rows.FindAll(row => row.Label == Severity.Green), Severity.Red), 0, FalseAlarms);
    }

    private static double Share(List<Row> rows, Severity found) => rows.Count(row => row.Found == found) / (double)rows.Count;

    private void Print(List<Row> rows)
    {
        output.WriteLine($"{"kind",-12}{"label",-8}{"texts",6}{"red",6}{"yellow",8}{"green",7}");
        foreach (var group in rows.GroupBy(row => (row.Kind, row.Label)).OrderBy(group => group.Key.Label).ThenBy(group => group.Key.Kind, StringComparer.Ordinal))
        {
            output.WriteLine($"{group.Key.Kind,-12}{group.Key.Label,-8}{group.Count(),6}{group.Count(row => row.Found == Severity.Red),6}{group.Count(row => row.Found == Severity.Yellow),8}{group.Count(row => row.Found == Severity.Green),7}");
        }

        foreach (var (label, found) in new[] { (Severity.Red, Severity.Red), (Severity.Green, Severity.Red), (Severity.Green, Severity.Yellow), (Severity.Yellow, Severity.Red), (Severity.Yellow, Severity.Green) })
        {
            output.WriteLine($"{label} called {found}: {Share(rows.FindAll(row => row.Label == label), found):P1}");
        }
    }

    private sealed record Row(Severity Label, string Kind, Severity Found)
    {
        public static Row? Of(string line) => line.Split('\t') is [var label, _, var kind, var text] && Enum.TryParse<Severity>(label, out var severity)
            ? new Row(severity, kind, Shipped.Detector.Assess(text).Severity)
            : null;
    }
}
