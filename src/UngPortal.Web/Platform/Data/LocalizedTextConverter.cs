using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using UngPortal.Kernel;

namespace UngPortal.Platform.Data;

/// <summary>A text in several languages is one JSON column, with readable Norwegian letters.</summary>
public sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
    text => JsonSerializer.Serialize(text, Json),
    json => JsonSerializer.Deserialize<LocalizedText>(json, Json) ?? new LocalizedText())
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
