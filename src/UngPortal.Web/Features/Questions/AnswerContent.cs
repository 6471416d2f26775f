using System.Text.Json;
using UngPortal.Features.Answers;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions;

/// <summary>The sections that make a good answer. Source: product/questions.md, "Answer editor".</summary>
public sealed record AnswerContent
{
    public const int MinLength = AnswerSections.MinLength;
    public const int MaxLength = AnswerSections.MaxLength;
    public const int MostArticles = 3;
    public const int MostServices = 4;

    public string Greeting { get; init; } = "";

    public string Brief { get; init; } = "";

    public string Explanation { get; init; } = "";

    public string DoNow { get; init; } = "";

    public string Closing { get; init; } = "";

    /// <summary>Slugs of articles to read.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Slugs of services in the register.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    public IEnumerable<string> Sections => [Greeting, Brief, Explanation, DoNow, Closing];

    /// <summary>The length of all that is written, in characters.</summary>
    public int Length => Sections.Sum(section => section.Trim().Length);

    public AnswerSections ToSections() => new(Greeting, Brief, Explanation, DoNow, Closing);

    public static AnswerContent Of(AnswerSections sections, AnswerFacts facts) => new()
    {
        Greeting = sections.Greeting,
        Brief = sections.Brief,
        Explanation = sections.Explanation,
        DoNow = sections.DoNow,
        Closing = sections.Closing,
        Articles = facts.Related,
        Services = facts.Services,
    };

    public static AnswerContent Parse(string json) => JsonSerializer.Deserialize<AnswerContent>(json, JsonColumn.Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, JsonColumn.Options);
}
