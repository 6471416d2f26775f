using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions;

/// <summary>Which answers a second person reads before the asker does. Source: product/questions.md, "Review".</summary>
public sealed class ReviewRules(SealingKeys keys, IOptions<CapacityOptions> options)
{
    /// <summary>One in so many of the rest: 5 %.</summary>
    private const int SampleOf = 20;

    private readonly byte[] _key = keys.Derive("review-sample");

    /// <summary>Null where the answer may go straight to the asker.</summary>
    public ReviewReason? ReasonFor(OpenedQuestion opened, Expert? author, bool isYouth) =>
        isYouth ? ReviewReason.YouthAnswerer
            : opened.Question.Severity == Severity.Red ? ReviewReason.Red
            : IsSensitive(opened) || opened.Joined.Any(IsSensitive) ? ReviewReason.SensitiveTopic
            : author?.IsNew != false ? ReviewReason.NewExpert
            : IsSampled(opened.Question.Id) ? ReviewReason.Sample
            : null;

    /// <summary>By the topics that an editor gave it, and by the asker's own where nobody sorted it before it joined another.</summary>
    private bool IsSensitive(OpenedQuestion opened) => options.Value.IsSensitive(opened.Question) || (opened.Question.Topics.Count == 0 && opened.Thread.Topic is { } topic && options.Value.SensitiveTopics.Contains(topic));

    /// <summary>Drawn once for each question, so that sending again draws no other lot; without the key nobody can tell.</summary>
    private bool IsSampled(Guid id) => BitConverter.ToUInt32(HMACSHA256.HashData(_key, id.ToByteArray())) % SampleOf == 0;
}
