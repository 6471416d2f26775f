using Microsoft.AspNetCore.Diagnostics;

namespace UngPortal.Features.Errors;

/// <summary>What somebody had written in a form that the site could not take, at work or in an opened thread: it is given back, and kept nowhere.</summary>
internal static class WrittenText
{
    /// <summary>Shorter fields are quickly written again.</summary>
    private const int ShortestKept = 15;

    private static readonly PathString[] Places = ["/admin", "/sjekk-svar/samtale"];
    private static readonly string[] Secrets = ["passord", "kode", "svar", "token"];

    /// <summary>The longer texts of the refused form, in its order; empty where nothing was sent from such a page.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var path = context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";
        if (!Array.Exists(Places, place => new PathString(path).StartsWithSegments(place)) || !context.Request.HasFormContentType)
        {
            return [];
        }

        try
        {
            var form = await context.Request.ReadFormAsync(cancellationToken);
            return [.. form.Where(field => !Array.Exists(Secrets, secret => field.Key.Contains(secret, StringComparison.OrdinalIgnoreCase))).SelectMany(field => field.Value).OfType<string>().Where(text => text.Trim().Length >= ShortestKept)];
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or BadHttpRequestException)
        {
            return [];
        }
    }
}
