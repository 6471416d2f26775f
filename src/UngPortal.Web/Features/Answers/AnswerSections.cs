namespace UngPortal.Features.Answers;

/// <summary>The sections of a good answer, each as Markdown or as what came of it. Source: product/questions.md, "Answer editor".</summary>
public sealed record AnswerSections(string Greeting, string Brief, string Explanation, string DoNow, string Closing)
{
    public const int MinLength = 600;
    public const int MaxLength = 3_000;

    public static readonly AnswerSections Empty = new("", "", "", "", "");

    /// <summary>The length of all that is written, in characters.</summary>
    public int Length() => All().Sum(section => section.Trim().Length);

    public IEnumerable<string> All() => [Greeting, Brief, Explanation, DoNow, Closing];

    public AnswerSections Select(Func<string, string> change) => new(change(Greeting), change(Brief), change(Explanation), change(DoNow), change(Closing));
}
