using UngPortal.Features.Publications;
using UngPortal.Features.Search;
using UngPortal.Features.Topics;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Answers;

/// <summary>Makes a draft ready to be kept.</summary>
public sealed class AnswerRendering(MarkdownRenderer markdown, CrisisWords crisis)
{
    /// <summary>Topics that never stand among the most read. Source: product/safety.md, "Safe messaging".</summary>
    private static readonly string[] Quiet = ["selvskading"];

    /// <summary>What can't be rendered as it stands, phone numbers among it; a line counts from 1 within its section.</summary>
    public IReadOnlyList<(string Section, MarkdownProblem Problem)> ProblemsOf(AnswerSections answer) =>
    [
        .. new[] { (nameof(answer.Greeting), answer.Greeting), (nameof(answer.Brief), answer.Brief), (nameof(answer.Explanation), answer.Explanation), (nameof(answer.DoNow), answer.DoNow), (nameof(answer.Closing), answer.Closing) }
            .SelectMany(section => markdown.Render(section.Item2).Problems, (section, problem) => (section.Item1, problem)),
    ];

    /// <exception cref="InvalidOperationException">A topic is not in the tree.</exception>
    public AnswerCopy Render(AnswerDraft draft, TopicTree tree)
    {
        var topics = draft.Topics.Select(slug => tree.Find(slug) ?? throw new InvalidOperationException($"There is no topic '{slug}'.")).Distinct().ToList();
        var above = topics.SelectMany(tree.PathOf).Distinct().Except(topics);
        var isQuiet = draft.Sensitivity == Sensitivity.Crisis || topics.Exists(topic => Quiet.Contains(topic.Slug)) || crisis.AreIn($"{draft.Title} {draft.Question}");
        return new AnswerCopy(draft, draft.Answer.Select(section => markdown.Render(section).Html), topics.ConvertAll(topic => topic.Id), [.. above.Select(topic => topic.Id)], !isQuiet);
    }
}
