using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Safety;
using UngPortal.Kernel;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions;

/// <summary>Which answers a second person reads before the asker does. Source: product/questions.md, "Review".</summary>
public sealed class ReviewRules(SealingKeys keys, IOptions<CapacityOptions> options, CrisisDetector detector, ReviewWords words)
{
    /// <summary>What the detector finds that is on the list. Sorrow, bullying and a hard time alone are not: then nearly every answer would be.</summary>
    private static readonly HashSet<string> Dangers = new(StringComparer.Ordinal) { "abuse", "coercion", "self-harm", "suicidal", "third-party", "violence" };

    private readonly byte[] _key = keys.Derive("review-sample");

    /// <summary>Null where the answer, as it is to be, may go straight to the asker.</summary>
    public ReviewReason? ReasonFor(OpenedQuestion opened, AnswerContent content, Expert? author, bool isYouth) =>
        isYouth ? ReviewReason.YouthAnswerer
            : opened.Question.Severity == Severity.Red ? ReviewReason.Red
            : IsSensitive(opened) || opened.Joined.Any(IsSensitive) ? ReviewReason.SensitiveTopic
            : SubjectOf(opened, content) is { } subject ? subject
            : author?.IsNew != false ? ReviewReason.NewExpert
            : IsSampled(opened.Question.Id) ? ReviewReason.Sample
            : null;

    /// <summary>By the topics that an editor gave it, and by the asker's own where nobody sorted it before it joined another.</summary>
    private bool IsSensitive(OpenedQuestion opened) => options.Value.IsSensitive(opened.Question) || (opened.Question.Topics.Count == 0 && opened.Thread.Topic is { } topic && options.Value.SensitiveTopics.Contains(topic));

    /// <summary>By what the askers and the author write, in whichever topic it lies: too many are read rather than too few. What only the model finds counts where a young person writes: it has not learnt how answers are written.</summary>
    private ReviewReason? SubjectOf(OpenedQuestion opened, AnswerContent content)
    {
        string[] asked = [.. opened.Joined.Prepend(opened).SelectMany(TextsOf)];
        string[] texts = [.. asked, string.Join("\n\n", content.Sections)];
        var signs = texts.Select(detector.Assess).ToList();
        return signs.Exists(one => one.Severity == Severity.Red && !one.IsByModel && one.Reasons.Any(Dangers.Contains)) ? ReviewReason.Danger
            : words.ReasonIn(string.Join("\n\n", texts)) is { } reason ? reason
            : signs.Exists(one => one.Reasons.Any(Dangers.Contains)) || signs.Take(asked.Length).Any(one => one.Severity == Severity.Red) ? ReviewReason.Danger
            : null;
    }

    /// <summary>The question with what the asker added, and what was asked before it in the thread.</summary>
    private static IEnumerable<string> TextsOf(OpenedQuestion opened) => [.. opened.Before.Select(before => before.Question), opened.Text, opened.Texts.AdditionOf(opened.Question)];

    /// <summary>Drawn once for each question, so that sending again draws no other lot; without the key nobody can tell.</summary>
    private bool IsSampled(Guid id) => BitConverter.ToUInt32(HMACSHA256.HashData(_key, id.ToByteArray())) % (uint)options.Value.SampleOf == 0;
}
