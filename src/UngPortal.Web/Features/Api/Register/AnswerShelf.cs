using System.Collections.Concurrent;

namespace UngPortal.Features.Api.Register;

/// <summary>Keeps answers for the minute they are true for. They go with the copy of the register that they were made of.</summary>
internal sealed class AnswerShelf
{
    private const int MostAnswers = 200;
    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    public Answer? Find(string key, long minute) => _answers.TryGetValue(key, out var answer) && answer.Minute == minute ? answer : null;

    public void Keep(string key, Answer answer)
    {
        if (_answers.Count >= MostAnswers)
        {
            _answers.Clear();
        }

        _answers[key] = answer;
    }

    /// <summary>An answer, its tag and the minute it is for.</summary>
    public sealed record Answer(long Minute, byte[] Body, string Tag);
}
