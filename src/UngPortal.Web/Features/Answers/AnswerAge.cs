using UngPortal.Features.Topics;

namespace UngPortal.Features.Answers;

/// <summary>When readers are told that an answer is old, and when search engines are told to leave it. Source: product/questions.md, "The library".</summary>
public static class AnswerAge
{
    private const int OutdatedYears = 3;

    /// <summary>Law, money and methods of health: what was right three years ago may be wrong now.</summary>
    private static readonly string[] FastMoving = ["samfunn-lover-og-rettigheter", "okonomi", "stipend", "verneplikt", "jobb", "prevensjon", "graviditet", "kjonnssykdommer", "sykdom", "doping", "rusmidler"];

    public static bool IsOld(DateOnly answeredAt, DateOnly today) => today.DayNumber - answeredAt.DayNumber > PublishedAnswer.FreshDays;

    /// <param name="rightAt">When it was written or last found right.</param>
    /// <param name="topics">Its topics.</param>
    /// <param name="today">The day of the reading.</param>
    public static bool IsOutdated(DateOnly rightAt, IEnumerable<Topic> topics, DateOnly today) =>
        rightAt.AddYears(OutdatedYears) < today && topics.Any(topic => topic.Path.Split('/').Any(FastMoving.Contains));
}
