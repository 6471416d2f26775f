using System.Globalization;
using System.Text;
using UngPortal.Features.Search.Engine;
using Xunit.Abstractions;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>Measures the order of hits on queries as teenagers type them; the held half is never looked at while tuning.</summary>
public sealed class SearchQualityTests(ITestOutputHelper output)
{
    private const int Depth = 5;
    private const double LeastGain = 0.80;
    private const double LeastGoodInThree = 0.90;

    [Fact]
    public void Search_OnLabelledQueries_PutsGoodHitsFirst()
    {
        using var folder = new SearchFolder();
        var documents = ContentFiles.Articles();
        using var index = folder.OpenWith(documents);
        var engine = new SearchEngine(index, ContentFiles.Lexicon);
        var keys = documents.Select(document => document.Key).ToHashSet(StringComparer.Ordinal);
        var measured = Queries().Where(query => query.Grades.Keys.Any(keys.Contains)).Select(query => Measure(engine, query, keys)).ToList();
        Report("all", measured);
        Report("tune", measured.FindAll(m => m.Query.Split == "tune"));
        Report("held", measured.FindAll(m => m.Query.Split == "held"));
        foreach (var weak in measured.Where(m => m.Query.Split == "tune" && (m.Gain < LeastGain || !m.GoodInThree)))
        {
            output.WriteLine($"{weak.Gain:0.00} [{weak.Query.Language}] {weak.Query.Text} -> {string.Join(' ', weak.Found)}");
        }

        Assert.True(measured.Count >= 75, "The set needs 75 queries that the articles can answer.");
        Assert.InRange(measured.Average(m => m.Gain), LeastGain, 1);
        Assert.InRange(measured.Average(m => m.GoodInThree ? 1.0 : 0), LeastGoodInThree, 1);
    }

    private void Report(string name, List<Measured> measured) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-5} n={measured.Count,3}  nDCG@5={measured.Average(m => m.Gain):0.000}  good in top 3={measured.Average(m => m.GoodInThree ? 1.0 : 0):0.000}"));

    private static Measured Measure(SearchEngine engine, Labelled query, HashSet<string> keys)
    {
        var found = engine.Search(new SearchQuery { Text = query.Text, Language = query.Language }).Hits.Select(hit => hit.Document.Key).Take(Depth).ToList();
        var ideal = Gain(query.Grades.Where(grade => keys.Contains(grade.Key)).Select(grade => grade.Value).OrderDescending().Take(Depth));
        var gain = Gain(found.Select(key => query.Grades.GetValueOrDefault(key))) / ideal;
        return new Measured(query, gain, found.Take(3).Any(key => query.Grades.GetValueOrDefault(key) >= 2), found);
    }

    private static double Gain(IEnumerable<int> grades) => grades.Select((grade, i) => (Math.Pow(2, grade) - 1) / Math.Log2(i + 2)).Sum();

    private static IEnumerable<Labelled> Queries() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Features", "Search", "labelled-queries.tsv"), Encoding.UTF8).Skip(1).Select(line => line.Split('\t'))
            .Select(row => new Labelled(row[0], row[1], row[2], row[3].Split('|').Select(grade => grade.Split('=')).ToDictionary(g => g[0], g => int.Parse(g[1], CultureInfo.InvariantCulture))));

    private sealed record Labelled(string Split, string Language, string Text, Dictionary<string, int> Grades);

    private sealed record Measured(Labelled Query, double Gain, bool GoodInThree, List<string> Found);
}
