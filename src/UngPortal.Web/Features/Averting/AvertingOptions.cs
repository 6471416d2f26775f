using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Averting;

/// <summary>The configuration section <c>Averting</c>.</summary>
public sealed record AvertingOptions
{
    public const string Section = "Averting";

    /// <summary>How many hours a second person has to document what one did alone.</summary>
    [Range(1, 72)]
    public int SecondHours { get; init; } = 24;

    /// <summary>How many years a closed case is kept. Source: product/principles.md, "Retention".</summary>
    [Range(1, 20)]
    public int KeptYears { get; init; } = 5;
}
