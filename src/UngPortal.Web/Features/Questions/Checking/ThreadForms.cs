using UngPortal.Features.Questions.Asking;
using UngPortal.Features.Safety;

namespace UngPortal.Features.Questions.Checking;

/// <summary>Makes the form of a thread's page with what the form for new questions has too: advice on the text, and word of a closing.</summary>
public sealed class ThreadForms(AskGate gate, CrisisDetector detector)
{
    /// <summary>The form for what the thread takes now, or without a thread the one that was sent; null when nothing may be written.</summary>
    public async Task<ThreadForm?> OfAsync(ThreadView? thread, ThreadForm? sent, string? key, string? code, CancellationToken cancellationToken)
    {
        if ((thread is null ? sent?.Field : ThreadForm.FieldOf(thread)) is not { } field)
        {
            return null;
        }

        var text = sent?.Field == field ? sent.Text : null;
        return new ThreadForm(field, text, key, thread)
        {
            Code = code,
            Advice = Advice.On(AskedText.Clean(text), detector) with { HasPanel = thread?.IsRed == true },
            Closed = await gate.ClosedAsync(cancellationToken),
        };
    }
}
