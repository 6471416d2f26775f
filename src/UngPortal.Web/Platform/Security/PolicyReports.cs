using System.Diagnostics.Metrics;
using System.Text.Json;

namespace UngPortal.Platform.Security;

/// <summary>Receives browsers' reports about the content security policy and counts them per directive; addresses in them are thrown away.</summary>
internal sealed partial class PolicyReports(IMeterFactory meters, ILogger<PolicyReports> logger)
{
    private const int MaxBytes = 8 * 1024;
    private const int MaxDepth = 8;
    private const int MaxReports = 20;
    private static readonly HashSet<string> Directives = new(StringComparer.Ordinal)
    {
        "default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "img-src", "media-src",
        "font-src", "connect-src", "manifest-src", "worker-src", "frame-src", "child-src", "object-src", "form-action", "base-uri", "frame-ancestors",
        "require-trusted-types-for", "trusted-types",
    };

    private readonly Counter<long> _counter = meters.Create("UngPortal.Security").CreateCounter<long>("ungportal.csp.reports");

    public async Task<int> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var bytes = new byte[MaxBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > MaxBytes)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        foreach (var directive in Read(bytes.AsMemory(0, length)).Take(MaxReports))
        {
            _counter.Add(1, new KeyValuePair<string, object?>("directive", directive));
            LogReport(directive);
        }

        return StatusCodes.Status204NoContent;
    }

    private static List<string> Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var reports = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray().ToList() : [document.RootElement];
            return [.. reports.Select(DirectiveOf)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Reporting API first, then the older <c>csp-report</c> form.</summary>
    private static string DirectiveOf(JsonElement report)
    {
        var text = Member(Member(report, "body"), "effectiveDirective") ?? Member(Member(report, "csp-report"), "effective-directive");
        return text is { ValueKind: JsonValueKind.String } value && Directives.TryGetValue(value.GetString()!, out var known) ? known : "other";
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) ? member : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A browser reports a breach of the content security policy's {Directive}.")]
    private partial void LogReport(string directive);
}
