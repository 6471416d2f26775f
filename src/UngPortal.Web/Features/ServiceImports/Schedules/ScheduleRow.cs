namespace UngPortal.Features.ServiceImports.Schedules;

/// <summary>A schedule as a package writes it; empty where it says nothing.</summary>
public sealed record ScheduleRow
{
    public string ValidFrom { get; init; } = "";

    public string ValidTo { get; init; } = "";

    public string DtStart { get; init; } = "";

    public string Until { get; init; } = "";

    public string Count { get; init; } = "";

    public string Freq { get; init; } = "";

    public string Interval { get; init; } = "";

    public string Byday { get; init; } = "";

    /// <summary>How far from UTC its times are, where they don’t say it themselves.</summary>
    public string Timezone { get; init; } = "";

    /// <summary>Another part of the rule, which our opening hours cannot say.</summary>
    public string OtherParts { get; init; } = "";

    /// <summary>What that part is called.</summary>
    public string OtherField { get; init; } = "";

    public string OpensAt { get; init; } = "";

    public string ClosesAt { get; init; } = "";
}
