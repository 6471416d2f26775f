using System.Text;
using Xunit.Abstractions;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>The shipped crisis terms on labelled queries: about oneself and about others, in three languages, spelt well and badly.</summary>
public sealed class CrisisQueriesTests(ITestOutputHelper output)
{
    private const int MostFalseAlarms = 2;

    private static readonly ILookup<string, string> Queries =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Features", "Search", "crisis-queries.tsv"), Encoding.UTF8).Skip(1).Select(line => line.Split('\t')).ToLookup(row => row[0], row => row[3]);

    [Fact]
    public void Match_EveryCrisisQuery_IsSeen()
    {
        Assert.InRange(Queries["crisis"].Count(), 60, 10_000);
        var missed = Queries["crisis"].Where(query => !ContentFiles.Lexicon.Crisis.Match(query)).ToList();
        Assert.True(missed.Count == 0, string.Join(" · ", missed));
    }

    [Fact]
    public void Match_HarmlessNearMisses_RarelyRaiseTheAlarm()
    {
        Assert.InRange(Queries["harmless"].Count(), 60, 10_000);
        var alarms = Queries["harmless"].Where(ContentFiles.Lexicon.Crisis.Match).ToList();
        output.WriteLine($"{alarms.Count} of {Queries["harmless"].Count()}: {string.Join(" · ", alarms)}");
        Assert.True(alarms.Count <= MostFalseAlarms, string.Join(" · ", alarms));
    }
}
