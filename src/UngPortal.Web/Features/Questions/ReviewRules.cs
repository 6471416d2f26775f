using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using UngPortal.Features.Experts;
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
    public ReviewReason? ReasonFor(Question question, Expert? author, bool isYouth) =>
        isYouth ? ReviewReason.YouthAnswerer
            : question.Severity == Severity.Red ? ReviewReason.Red
            : options.Value.IsSensitive(question) || question.Joined.Any(options.Value.IsSensitive) ? ReviewReason.SensitiveTopic
            : author?.IsNew != false ? ReviewReason.NewExpert
            : IsSampled(question.Id) ? ReviewReason.Sample
            : null;

    /// <summary>Drawn once for each question, so that sending again draws no other lot; without the key nobody can tell.</summary>
    private bool IsSampled(Guid id) => BitConverter.ToUInt32(HMACSHA256.HashData(_key, id.ToByteArray())) % SampleOf == 0;
}
