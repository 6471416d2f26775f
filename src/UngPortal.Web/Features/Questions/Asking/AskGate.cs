using Microsoft.Extensions.Options;
using UngPortal.Features.Questions.Codes;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Asking;

/// <summary>Decides whether a complete form may come in now. What somebody in danger writes passes all but a flood of the like. Source: product/questions.md, "Capacity".</summary>
public sealed class AskGate(AskingCapacity capacity, BusyTopics busy, AskLimits limits, IOptions<CapacityOptions> options, TimeProvider time)
{
    public async Task<Refusal?> RefusalAsync(HttpContext context, FormKey? key, AskView view, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            return new("", "Ask_Stale", StatusCodes.Status422UnprocessableEntity);
        }

        if (!view.Advice.IsRed && time.GetUtcNow().UtcDateTime - key.MadeAt < TimeSpan.FromSeconds(options.Value.ShortestSeconds))
        {
            return new("", "Ask_TooFast", StatusCodes.Status422UnprocessableEntity);
        }

        if (limits.WaitOf(context, view.Advice.IsRed) is { } wait)
        {
            return new("", "Ask_TooMany", StatusCodes.Status429TooManyRequests, wait);
        }

        return view.Advice.IsRed ? null : view.Closed is not null ? new("", "Ask_Closed", StatusCodes.Status422UnprocessableEntity) : await PausedAsync(view.Input, cancellationToken);
    }

    /// <summary>The text of the closing that is going on; null where there is none or nobody can tell.</summary>
    public async Task<ClosingPeriod?> ClosedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await capacity.ClosedNowAsync(cancellationToken);
        }
        catch (Exception problem) when (VisitorWrites.IsAway(problem))
        {
            return null;
        }
    }

    private async Task<Refusal?> PausedAsync(AskForm form, CancellationToken cancellationToken)
    {
        try
        {
            return form.Tema is { } topic and not AskForm.Validator.DontKnow && await busy.IsPausedAsync(topic, cancellationToken) ? new(nameof(AskForm.Tema), "Ask_TopicPaused", StatusCodes.Status422UnprocessableEntity) : null;
        }
        catch (Exception problem) when (VisitorWrites.IsAway(problem))
        {
            return new("", "Ask_NotSaved", StatusCodes.Status503ServiceUnavailable);
        }
    }

    public sealed record Refusal(string Field, string MessageKey, int Status, TimeSpan? Wait = null);
}
