namespace UngPortal.Benchmarks;

/// <summary>Watches this process's resident memory for as long as it lives.</summary>
internal sealed class MemoryPeak : IDisposable
{
    private readonly Timer timer;

    public MemoryPeak() => timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));

    /// <summary>In megabytes; the highest of each, whenever it was.</summary>
    public Figures Highest { get; private set; } = new(0, 0, 0);

    public static Figures Now() => new(
        ProcessFigures.ResidentMegabytes(Environment.ProcessId), ProcessFigures.ResidentMegabytes(Environment.ProcessId, "RssAnon"), ProcessFigures.ResidentMegabytes(Environment.ProcessId, "RssFile"));

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var now = Now();
        Highest = new Figures(Math.Max(Highest.Resident, now.Resident), Math.Max(Highest.Own, now.Own), Math.Max(Highest.Mapped, now.Mapped));
    }

    /// <summary>All of it, what only this process has, and pages of files, which the kernel takes back when it needs them.</summary>
    public sealed record Figures(double Resident, double Own, double Mapped);
}
