using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Desk;

/// <summary>Whom the queue could hand something today, by role and language. Source: product/questions.md, "Roles".</summary>
/// <param name="Any">Roles with languages that somebody answers in.</param>
/// <param name="Red">Those in which somebody takes what is Red.</param>
/// <param name="YouthTopics">What young people may answer about.</param>
public sealed record DeskCover(string[] Any, string[] Red, string[] YouthTopics)
{
    public static string KeyOf(string role, string language) => $"{role} {language}";

    /// <summary>Whether there is somebody to hand such a question.</summary>
    public bool Fits(string role, string language, Severity severity) => (severity == Severity.Red ? Red : Any).Contains(KeyOf(role, language));

    /// <summary>Whether young people may answer it.</summary>
    public bool SuitsYouth(Severity? severity, IEnumerable<string> topics) => severity == Severity.Green && topics.All(YouthTopics.Contains);
}
