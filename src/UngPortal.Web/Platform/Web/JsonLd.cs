using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace UngPortal.Platform.Web;

/// <summary>A JSON-LD data block; the encoder leaves no character that could end the element.</summary>
public sealed class JsonLd(object value) : IHtmlContent
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Default,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <inheritdoc />
    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(JsonSerializer.Serialize(value, Options));
}
