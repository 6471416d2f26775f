using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>Refuses a request that is larger than a package with its form. One that says so is read to its end and thrown away, since a browser whose connection is cut shows no answer; one that doesn’t say so is stopped where it is too large.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PackageLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>The largest package, in bytes.</summary>
    public const int BytesMost = 20 * 1024 * 1024;

    /// <summary>The largest request that is heard to its end, in bytes: more than that is no mistake any more.</summary>
    public const long HeardMost = 1024L * 1024 * 1024;

    private const int FieldsMost = 256 * 1024;
    private const int Chunk = 64 * 1024;

    // The antiforgery filter, at 1 000, reads the form.
    public int Order => 900;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var isTooLarge = http.Request.ContentLength > BytesMost + FieldsMost;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = isTooLarge ? HeardMost : BytesMost + FieldsMost;
        }

        if (isTooLarge ? await HearAsync(http) : http.Request.ContentLength is null && http.Request.HasFormContentType && !await IsReadableAsync(http))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }

    /// <summary>Reads all and keeps nothing.</summary>
    private static async Task<bool> HearAsync(HttpContext http)
    {
        var chunk = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            while (http.Request.ContentLength <= HeardMost && await http.Request.Body.ReadAsync(chunk, http.RequestAborted) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Whoever sent it has hung up, or was too slow: the answer goes where it can.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        return true;
    }

    private static async Task<bool> IsReadableAsync(HttpContext http)
    {
        try
        {
            await http.Request.ReadFormAsync(http.RequestAborted);
            return true;
        }
        catch (BadHttpRequestException problem)
        {
            return problem.StatusCode != StatusCodes.Status413PayloadTooLarge;
        }
        catch (InvalidDataException)
        {
            // It is no form: the antiforgery filter says so.
            return true;
        }
    }
}
