using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions.Codes;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Checking;

/// <summary>Looks up a code that somebody typed and begins the visit to its thread. What is unknown, expired or withdrawn looks the same in every way.</summary>
public sealed class CodeOpening(PortalDbContext db, CodeHashing codes, CodeTries tries, ThreadVisits visits)
{
    /// <summary>The visit, or why there is none.</summary>
    public async Task<(ThreadVisits.Visit? Visit, Refusal? Refusal)> OpenAsync(HttpContext context, string? typed, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return (null, new("Check_Empty", StatusCodes.Status422UnprocessableEntity));
        }

        var one = tries.Begin(context.Connection.RemoteIpAddress);
        if (one.Wait is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return (null, new("Check_Wait", StatusCodes.Status429TooManyRequests));
        }

        try
        {
            if (await FindAsync(AnswerCode.Parse(typed), cancellationToken) is not { } thread)
            {
                return (null, new("Check_Unknown", StatusCodes.Status422UnprocessableEntity));
            }

            tries.Forgive(one);
            return (visits.Begin(context, thread), null);
        }
        catch (Exception problem) when (VisitorWrites.IsAway(problem))
        {
            tries.Forgive(one);
            return (null, new("Check_Away", StatusCodes.Status503ServiceUnavailable));
        }
    }

    private async Task<Guid?> FindAsync(AnswerCode? code, CancellationToken cancellationToken)
    {
        var hash = codes.HashOf(code);
        return await db.QuestionThreads.Where(thread => thread.CodeHash == hash).Select(thread => (Guid?)thread.Id).FirstOrDefaultAsync(cancellationToken);
    }

    public sealed record Refusal(string MessageKey, int Status);
}
