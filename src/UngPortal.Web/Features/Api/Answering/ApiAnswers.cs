using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NodaTime;
using UngPortal.Features.Api.Asking;
using UngPortal.Features.Api.Register;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Api.Answering;

/// <summary>Reads a question, finds or makes its answer, and sends it with its tag, or says that it is unchanged.</summary>
internal sealed class ApiAnswers(RegisterCopy copy, ApiLanguage languages, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site, TimeProvider time)
{
    private const string Type = "application/json; charset=utf-8";
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with what <paramref name="make"/> gives; its null is a 404.</summary>
    public async Task AnswerAsync(HttpContext context, Func<ApiRequest, Task<object?>> make)
    {
        Open(context.Response);
        var query = new QueryReader(context.Request.Query, context.GetEndpoint()!.Metadata.GetRequiredMetadata<ApiParameterList>().All);
        var language = languages.Of(context, query);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        var register = await copy.ReadAsync(context.RequestAborted);
        var minute = time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        var key = query.IsPrivate ? null : KeyOf(context.Request, language);
        var answer = key is null || query.Faults.Count > 0 ? null : register.Shelf.Find(key, minute);
        if (answer is null)
        {
            var now = Instant.FromUnixTimeTicks((minute * TimeSpan.TicksPerMinute) - DateTimeOffset.UnixEpoch.Ticks);
            var setting = new DocumentSetting(language, texts, now, register.Terms, register.Schedules, site.Value);
            var made = await make(new(context.Request.RouteValues["id"] as string ?? "", query, register, setting, context.RequestServices.GetRequiredService<PortalDbContext>(), context.RequestAborted));
            if (query.Faults.Count > 0 || made is null)
            {
                await (made is null && query.Faults.Count == 0 ? SendAsync(context, ProblemDocument.Of(StatusCodes.Status404NotFound)) : RefuseAsync(context, query.Faults));
                return;
            }

            var body = JsonSerializer.SerializeToUtf8Bytes(made, made.GetType(), Json);
            answer = new(minute, body, TagOf(body));
            if (key is not null)
            {
                register.Shelf.Keep(key, answer);
            }
        }

        context.Response.Headers.ContentLanguage = language.Code;
        await SendAsync(context, answer.Body, answer.Tag);
    }

    /// <summary>Sends bytes that were made beforehand.</summary>
    public static async Task SendAsync(HttpContext context, byte[] body, string tag)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        if (request.Headers.IfNoneMatch.Any(line => line?.Split(',').Any(known => known.Trim() is "*" || known.Trim() == tag || "W/" + known.Trim() == tag) == true))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            return;
        }

        response.ContentType = Type;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    public static async Task SendAsync(HttpContext context, ProblemDocument problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.ContentType = ProblemDocument.ContentType;
        await context.Response.WriteAsync(problem.ToJson(), context.RequestAborted);
    }

    /// <summary>Weak, since the same answer goes out in three encodings.</summary>
    public static string TagOf(byte[] body) => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";

    /// <summary>Anyone's pages may read the answers, without cookies.</summary>
    public static void Open(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = ProblemDocument.Exposed;
        response.Headers.Vary = HeaderNames.AcceptLanguage;
    }

    private static Task RefuseAsync(HttpContext context, IReadOnlyList<ProblemFault> faults) => SendAsync(context, ProblemDocument.Of(StatusCodes.Status400BadRequest) with
    {
        Detail = "Some parameters could not be taken; errors says which, and what is allowed.",
        Errors = faults,
    });

    /// <summary>With values escaped: one that holds another parameter's text is no other question.</summary>
    private static string KeyOf(HttpRequest request, Language language) =>
        $"{language.Code} {request.Path}?{string.Join('&', request.Query.Where(pair => pair.Key != ApiParameters.Lang.Name).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}"))}";
}
