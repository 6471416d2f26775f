using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace UngPortal.Platform.Web;

/// <summary>A JSON-LD data block of what isn't null; the encoder leaves no character that could end the element.</summary>
public sealed class JsonLd(IReadOnlyDictionary<string, object?> properties) : IHtmlContent
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Default };

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
        writer.Write(JsonSerializer.Serialize(properties.Where(property => property.Value is not null).ToDictionary(StringComparer.Ordinal), Options));
}
