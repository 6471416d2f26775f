using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace UngPortal.Platform.Data;

/// <summary>How JSON columns are written: readable Norwegian letters, compact.</summary>
public static class JsonColumn
{
    /// <summary>The options both converters share.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Whether two values are written alike.</summary>
    public static bool Same<T>(T? a, T? b) =>
        ReferenceEquals(a, b) || JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options);
}
