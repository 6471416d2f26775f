using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Averting;

/// <summary>The configuration section <c>Averting</c>.</summary>
public sealed record AvertingOptions
{
    public const string Section = "Averting";

    /// <summary>How many hours a second person has to document what one did alone.</summary>
    [Range(1, 72)]
    public int SecondHours { get; init; } = 24;

    /// <summary>How many hours a case waits for an assessment or for a second person before it is told of again, and again, until it moves.</summary>
    [Range(1, 24)]
    public int AlertHours { get; init; } = 1;

    /// <summary>The same for what is decided and not closed.</summary>
    [Range(1, 168)]
    public int DecidedHours { get; init; } = 24;

    /// <summary>How many years a closed case is kept. Source: product/principles.md, "Retention".</summary>
    [Range(1, 20)]
    public int KeptYears { get; init; } = 5;
}
