using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <summary>How soon somebody must look and answer. Source: product/questions.md, "Priority".</summary>
public static class QuestionTargets
{
    /// <summary>At these parts of the way somebody is warned.</summary>
    public static readonly IReadOnlyList<double> Warnings = [0.5, 0.8];

    private const int YoungerUntil = 14;

    /// <summary>The last warning that is reached when so large a part of the time is used; null before the first.</summary>
    public static double? WarningAt(double used) => Warnings.Where(part => part <= used).Select(part => (double?)part).LastOrDefault();

    public static Target Of(Severity severity) => severity switch
    {
        Severity.Red => new(TimeSpan.FromHours(1), TimeSpan.FromHours(12)),
        Severity.Yellow => new(null, TimeSpan.FromHours(24)),
        _ => new(null, TimeSpan.FromHours(72)),
    };

    /// <summary>What is more urgent than this, or just so, is Red.</summary>
    public const int LastRedUrgency = 1;

    /// <summary>Severity first, then the youngest, smaller is sooner; among equals the due time decides.</summary>
    public static int UrgencyOf(Severity severity, int age) => ((Severity.Red - severity) * 2) + (age <= YoungerUntil ? 0 : 1);

    /// <summary>First human eyes, where there is a target for them, and the answer; both counted from when it was asked.</summary>
    public readonly record struct Target(TimeSpan? FirstEyes, TimeSpan Answer);
}
