namespace UngPortal.Testing.Simulation;

/// <summary>How much happens in a simulation of the question desk.</summary>
/// <param name="Days">For how many days questions come in; the desk then works on what is left.</param>
/// <param name="PerDay">How many come in on a day.</param>
/// <param name="Experts">How many people answer.</param>
/// <param name="Seed">What chance begins with.</param>
public sealed record SimulationPlan(int Days, int PerDay, int Experts, ulong Seed = 26)
{
    /// <summary>How far the clock goes at a time.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the desk goes on after the last question.</summary>
    public int DaysAfter { get; init; } = 5;
}
