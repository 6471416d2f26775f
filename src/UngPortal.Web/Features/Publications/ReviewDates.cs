using System.Security.Cryptography;

namespace UngPortal.Features.Publications;

/// <summary>When a publication is due for review: a year after it was published or looked at, half a year for what changes fast, and 0 to 45 days more so that they scatter. Source: product/content.md.</summary>
public static class ReviewDates
{
    private const int Days = 365;
    private const int DaysFastMoving = 180;
    private const int ScatterDays = 46;

    private const int NearDays = 30;
    private const int EscalatedDays = 90;

    private static readonly string[] FastMovingTopics = ["samfunn-lover-og-rettigheter", "okonomi", "prevensjon", "stipend", "sommerjobb", "forerkort"];

    /// <summary>Drawn anew for each publication.</summary>
    public static DateOnly Draw(DateOnly reviewed, IEnumerable<string> topics) => Due(reviewed, topics, RandomNumberGenerator.GetInt32(ScatterDays));

    /// <summary>Always the same for a slug, so that an import can be repeated.</summary>
    public static DateOnly BySlug(DateOnly reviewed, string slug, IEnumerable<string> topics) => Due(reviewed, topics, slug.Aggregate(17, (sum, c) => (sum * 31 + c) & 0xFFFF) % ScatterDays);

    /// <summary>Whether the owner should take it up: a month before, and from then on.</summary>
    public static bool IsNear(DateOnly due, DateOnly today) => due <= today.AddDays(NearDays);

    public static bool IsDue(DateOnly due, DateOnly today) => today >= due;

    /// <summary>Whether it is so late that the chief editor must know.</summary>
    public static bool IsEscalated(DateOnly due, DateOnly today) => today >= due.AddDays(EscalatedDays);

    private static DateOnly Due(DateOnly reviewed, IEnumerable<string> topics, int scatter) => reviewed.AddDays((topics.Any(FastMovingTopics.Contains) ? DaysFastMoving : Days) + scatter);
}
