using System.Diagnostics;
using UngPortal.Testing.Simulation;

namespace UngPortal.Benchmarks.Scale;

/// <summary>A month of the question desk at high speed. The test DaysOfTheDeskTests runs three days.</summary>
internal static class SimulationBench
{
    public const int Days = 30;
    private const int PerDay = 600;
    private const int Experts = 300;
    private const int FaultsShown = 20;

    public static async Task RunAsync(int days)
    {
        var began = Stopwatch.GetTimestamp();
        using var site = new SimulatedSite();
        var report = await new QuestionSimulation(site, new SimulationPlan(days, PerDay, Experts)).RunAsync();
        Console.WriteLine($"{days} days of {PerDay} questions and {Experts} experts, in {Stopwatch.GetElapsedTime(began).TotalMinutes:0.0} minutes\n{report}");
        foreach (var fault in report.Faults.Take(FaultsShown))
        {
            Console.WriteLine($"  {fault}");
        }
    }
}
