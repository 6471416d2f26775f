using UngPortal.Features.Questions.Asking;
using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Checking;

/// <summary>A form in which the asker writes on, with what was typed. Without a thread, since the visit is over, it asks for the code too.</summary>
public sealed record ThreadForm(string Field, string? Text, string? Key, ThreadView? Thread)
{
    public const string Addition = "Mer";
    public const string FollowUp = "Oppfolging";

    /// <summary>The code as it was typed.</summary>
    public string? Code { get; init; }

    /// <summary>What is said of the text, as on the form for new questions.</summary>
    public Advice Advice { get; init; } = new(Severity.Green, []);

    /// <summary>The closing that is going on: what is written comes in, and its answer takes longer.</summary>
    public ClosingPeriod? Closed { get; init; }

    public bool IsAddition => Field == Addition;

    public string Handler => IsAddition ? "mer" : "folg";

    public int Least => IsAddition ? 1 : Question.TextMinLength;

    public int Most => IsAddition ? Question.AdditionMaxLength : Question.TextMaxLength;

    /// <summary>What the thread takes now; null when it takes nothing.</summary>
    public static string? FieldOf(ThreadView thread) => thread.Latest.State == QuestionState.NeedsMore ? Addition : thread.TakesFollowUp ? FollowUp : null;

    /// <summary>What is wrong with what was typed; null when nothing is.</summary>
    public string? Error()
    {
        var text = AskedText.Clean(Text);
        return text.Length == 0 ? "Thread_TextMissing" : AskedText.LengthOf(text) < Least ? "Ask_TextShort" : AskedText.IsTooLong(text, Most) ? "Ask_TextLong" : null;
    }
}
