using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Questions;

/// <summary>The configuration section <c>Questions</c>: when too much waits, and what two people read.</summary>
public sealed record CapacityOptions
{
    public const string Section = "Questions";

    /// <summary>A topic pauses when what waits would take this many days to answer.</summary>
    [Range(1, 365)]
    public int ThrottleDays { get; init; } = 14;

    /// <summary>Fewer waiting questions never pause a topic.</summary>
    [Range(1, 100_000)]
    public int ThrottleFrom { get; init; } = 50;

    /// <summary>Questions of one connection, a school say, in ten minutes; as many again that are Red.</summary>
    [Range(1, 100_000)]
    public int AsksPerTenMinutes { get; init; } = 100;

    /// <summary>A form sent sooner than this after it was shown was not written by a human; what is Red is taken all the same.</summary>
    [Range(0, 60)]
    public int ShortestSeconds { get; init; } = 3;

    /// <summary>A second person reads one in so many of the answers that no other rule asks for: 5 %.</summary>
    [Range(1, int.MaxValue)]
    public int SampleOf { get; init; } = 20;

    /// <summary>Topics whose answers a second person always reads.</summary>
    public IReadOnlyList<string> SensitiveTopics { get; init; } = ["selvskading", "spiseforstyrrelser", "overgrep", "vold", "kriminalitet", "doping", "rusmidler", "cannabis", "sorg-og-krise", "problemer-hjemme", "barnevern"];

    public bool IsSensitive(Question question) => AreSensitive(question.Topics.Select(link => link.Topic));

    public bool AreSensitive(IEnumerable<string> topics) => topics.Any(SensitiveTopics.Contains);
}
