using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UngPortal.Platform.Web;

/// <summary>What machines are told when the open interface can't answer: RFC 9457, in English, and never a word of what they sent.</summary>
public sealed record ProblemDocument
{
    /// <summary>The beginning of every address that answers in this way.</summary>
    public const string Prefix = "/api/v1";

    /// <summary>The media type.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>The headers of answers that other sites' pages may read, besides those that browsers let them.</summary>
    public const string Exposed = "ETag, Content-Language, Retry-After";

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What sort of problem it is; <c>about:blank</c> stands for the status itself.</summary>
    [JsonPropertyName("type")]
    public string Type { get; init; } = "about:blank";

    /// <summary>The problem in some words.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>The status of the answer.</summary>
    [JsonPropertyName("status")]
    public required int Status { get; init; }

    /// <summary>What to do about it.</summary>
    [JsonPropertyName("detail")]
    public required string Detail { get; init; }

    /// <summary>Each parameter that could not be taken; null where none is to blame.</summary>
    [JsonPropertyName("errors")]
    public IReadOnlyList<ProblemFault>? Errors { get; init; }

    /// <summary>Whether an address, without language, is one of the open interface.</summary>
    public static bool IsFor(string? path) => new PathString(path is ['/', ..] ? path : "/").StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The problem of a status that says enough by itself.</summary>
    public static ProblemDocument Of(int status) => new()
    {
        Status = status,
        Title = status switch { 404 => "Not found", 405 => "Method not allowed", 429 => "Too many requests", 503 => "Not available", >= 500 => "Our fault", _ => "Bad request" },
        Detail = status switch
        {
            404 => "There is nothing at this address. The addresses are listed in /api/v1/openapi.json.",
            405 => "The interface can only be read, with GET or HEAD.",
            429 => "Wait as many seconds as Retry-After says. Answers have an ETag: ask with If-None-Match.",
            503 => "The register can't be read right now. Try again in a minute.",
            >= 500 => "Something went wrong here. Try again later.",
            _ => "The request could not be read.",
        },
    };

    /// <summary>The document as it is sent.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}

/// <summary>A parameter that could not be taken.</summary>
/// <param name="Parameter">Its name; null for one that the address doesn't have.</param>
/// <param name="Detail">What is allowed.</param>
public sealed record ProblemFault([property: JsonPropertyName("parameter")] string? Parameter, [property: JsonPropertyName("detail")] string Detail);
