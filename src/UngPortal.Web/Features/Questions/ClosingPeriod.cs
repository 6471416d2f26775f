using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <summary>A time when no questions are taken in, such as Christmas; what somebody in danger writes always is. Source: product/questions.md, "Capacity".</summary>
public sealed class ClosingPeriod
{
    public const int TextMaxLength = 500;
    public const int MostDays = 366;

    public int Id { get; private set; }

    public DateTime From { get; private set; }

    public DateTime Until { get; private set; }

    /// <summary>What visitors read meanwhile, in each language.</summary>
    public LocalizedText Text { get; private set; } = [];

    public int Version { get; private set; }

    public static ClosingPeriod Between(DateTime from, DateTime until, LocalizedText text)
    {
        var period = new ClosingPeriod();
        period.Change(from, until, text);
        return period;
    }

    public void Change(DateTime from, DateTime until, LocalizedText text)
    {
        if (until <= from || until - from > TimeSpan.FromDays(MostDays) || text.Count == 0)
        {
            throw new InvalidOperationException("A period ends after it begins, within a year, and says something.");
        }

        (From, Until, Text) = (from, until, text);
    }
}
