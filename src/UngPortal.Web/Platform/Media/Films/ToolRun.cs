namespace UngPortal.Platform.Media.Films;

/// <summary>How a run of a program ended.</summary>
/// <param name="ExitCode">Its exit code; above 128 or below 0 when a limit ended it.</param>
/// <param name="Output">What it wrote, at most <see cref="ToolProcess.OutputMost"/> characters.</param>
/// <param name="Complaints">What it complained of, at most as much; a file can put words into it.</param>
/// <param name="IsOverdue">Whether it was killed because its time was up.</param>
internal sealed record ToolRun(int ExitCode, string Output, string Complaints, bool IsOverdue)
{
    private const int SignalsFrom = 128;

    /// <summary>Whether it did its work.</summary>
    public bool IsWell => ExitCode == 0 && !IsOverdue;

    /// <summary>Whether a limit ended it.</summary>
    public bool IsCutOff => IsOverdue || ExitCode is > SignalsFrom or < 0;
}
