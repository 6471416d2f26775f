using System.Diagnostics;
using System.Text;
using UngPortal.Features.Safety;

namespace UngPortal.Benchmarks;

/// <summary>The crisis detector: time for a text of 500 characters, made of the labelled sentences, and for hostile ones.</summary>
internal static class CrisisBench
{
    private const int Length = 500;
    private const int Rounds = 20;
    private const double BarMedian = 1;
    private const double BarHostile = 20;

    public static void Run()
    {
        var load = Stopwatch.StartNew();
        var detector = CrisisDetector.Load(Path.Combine(Repository.Root, "content", "safety"));
        Console.WriteLine($"{detector.Count} patterns, read in {load.ElapsedMilliseconds} ms\n");
        var texts = Texts();
        texts.ForEach(text => Median(detector, text));
        var times = texts.ConvertAll(text => Median(detector, text));
        times.Sort();
        Console.WriteLine($"{texts.Count} texts of {Length} characters, {Rounds} times each: median {times[times.Count / 2]:0.00} ms (bar {BarMedian}), p99 {times[times.Count * 99 / 100]:0.00} ms");
        foreach (var (name, text) in Hostile())
        {
            Console.WriteLine($"{name}, {text.Length} characters: {Median(detector, text):0.0} ms (bar {BarHostile})");
        }
    }

    private static List<string> Texts()
    {
        var all = string.Join(' ', File.ReadLines(Path.Combine(Repository.Root, "tests", "UngPortal.Tests", "Features", "Safety", "Crisis", "known.tsv"), Encoding.UTF8)
            .Select(line => line.Split('\t')).Where(row => row.Length == 4).Select(row => row[3]));
        return [.. Enumerable.Range(0, all.Length / Length).Select(i => all.Substring(i * Length, Length))];
    }

    private static IEnumerable<(string Name, string Text)> Hostile()
    {
        string Of(string part) => string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));
        yield return ("signs", Of("jeg vil dø "));
        yield return ("slips", Of("selvmrod voldttat "));
        yield return ("stars", Of("s*l*m*r* "));
        yield return ("letters", Of("a b c d "));
        yield return ("denials", Of("ikke aldri ingen "));
        yield return ("one word", new string('a', 10_000));
    }

    // The middle of some tries: others' load on the machine is not the detector's.
    private static double Median(CrisisDetector detector, string text)
    {
        var times = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            detector.Assess(text);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Rounds / 2];
    }
}
