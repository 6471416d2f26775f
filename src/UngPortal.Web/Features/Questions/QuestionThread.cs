using UngPortal.Kernel;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions;

/// <summary>What one code opens: a question and its follow-ups. Everything written in it lies under the thread's own key; without the row there is no key, and nobody can read it again.</summary>
public sealed class QuestionThread : ISealedRecord
{
    public const string SealKind = "question-thread";
    public const int YoungestAge = 13;
    public const int OldestAge = 20;

    /// <summary>Stands for everyone younger: accepted only where somebody may be in danger.</summary>
    public const int UnderAge = 12;

    public const int MostFollowUps = 3;
    public const int CodeHashBytes = 32;

    /// <summary>How long follow-ups may be asked after the last answer.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromDays(30);

    private readonly List<Question> _questions = [];

    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required string SealId { get; init; }

    public required byte[] CodeHash { get; init; }

    /// <inheritdoc />
    public WrappedKey Key { get; private set; } = null!;

    /// <summary>The two-letter code of the language it was asked in.</summary>
    public required string Language { get; init; }

    public required int Age { get; init; }

    public required AskerGender Gender { get; init; }

    /// <summary>The topic that the asker chose; null for "Vet ikke".</summary>
    public string? Topic { get; init; }

    /// <summary>False when the asker wants no public copy.</summary>
    public required bool MayPublish { get; init; }

    public required DateTime AskedAt { get; init; }

    public DateTime? LastAnsweredAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Question> Questions => _questions;

    public static QuestionThread Open(Guid id, string sealId, WrappedKey key, byte[] codeHash, AskerFacts asker, DateTime now) => new()
    {
        Id = id,
        SealId = sealId,
        CodeHash = codeHash,
        Key = key,
        Language = asker.Language,
        Age = asker.Age,
        Gender = asker.Gender,
        Topic = asker.Topic,
        MayPublish = asker.MayPublish,
        AskedAt = now,
    };

    public Question Add(Question question)
    {
        _questions.Add(question);
        return question;
    }

    /// <summary>Whether one more follow-up may be asked now.</summary>
    public bool TakesFollowUp(DateTime now) =>
        LastAnsweredAt is { } last && now < last + OpenFor && _questions.Count <= MostFollowUps && _questions.TrueForAll(question => question.IsReadable || question.State is QuestionState.Declined or QuestionState.Withdrawn);

    public void NoteAnswer(DateTime now) => LastAnsweredAt = now;

    /// <summary>Lets go of its questions, wiped, before the thread is deleted: with its row go code and key, and what is left is figures.</summary>
    public IReadOnlyList<Question> LetGo()
    {
        List<Question> left = [.. _questions];
        foreach (var question in left)
        {
            question.Forget();
            question.LeaveUnpublished();
        }

        _questions.Clear();
        return left;
    }
}
