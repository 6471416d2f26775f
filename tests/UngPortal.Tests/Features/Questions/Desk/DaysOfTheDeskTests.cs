using UngPortal.Testing.Simulation;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>Three days of everybody's work at the desk: nothing is lost, answered twice, or told wrongly. The benchmark <c>questions-simulate</c> runs a month.</summary>
public sealed class DaysOfTheDeskTests
{
    private const int MostOpen = 10;

    [Fact]
    public async Task Days_OfAskingSortingAnsweringAndReading_LoseAndDoubleNothing()
    {
        using var site = new SimulatedSite();

        var report = await new QuestionSimulation(site, new SimulationPlan(Days: 3, PerDay: 60, Experts: 30) { DaysAfter = 3, Step = TimeSpan.FromMinutes(10) }).RunAsync();

        Assert.Empty(report.Faults);
        Assert.InRange(report.Log.Questions.Count, 170, 200);
        // What came in on the last evening.
        Assert.True(report.StillOpen <= MostOpen, report.ToString());
        Assert.Equal(3, report.Rows.Count);
    }
}
