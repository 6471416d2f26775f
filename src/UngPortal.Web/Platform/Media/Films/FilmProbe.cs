using System.Globalization;
using System.Text.Json;

namespace UngPortal.Platform.Media.Films;

/// <summary>What a film file says of itself; it may lie.</summary>
internal sealed record FilmProbe
{
    /// <summary>How long it says it is, in seconds; 0 when it doesn't say.</summary>
    public double Seconds { get; private init; }

    /// <summary>The coding of its moving pictures; null when it has none.</summary>
    public string? Coding { get; private init; }

    public int Width { get; private init; }

    public int Height { get; private init; }

    /// <summary>What is enough to refuse it before anything is decoded.</summary>
    public FilmFailure? Refusal => this switch
    {
        { Coding: null } => FilmFailure.NoPictures,
        _ when !FilmRules.Codings.Contains(Coding) => FilmFailure.UnknownCoding,
        _ when Math.Max(Width, Height) > FilmRules.SideMost => FilmFailure.TooLarge,
        _ when Math.Min(Width, Height) < FilmRules.SideLeast => FilmFailure.TooSmall,
        _ when Seconds > FilmRules.SecondsMost + 1 => FilmFailure.TooLong,
        _ => null,
    };

    /// <summary>Reads the prober's answer; null when it is none.</summary>
    public static FilmProbe? Read(string json)
    {
        try
        {
            using var answer = JsonDocument.Parse(json);
            var pictures = answer.RootElement.GetProperty("streams").EnumerateArray().FirstOrDefault(IsMoving);
            var isThere = pictures.ValueKind == JsonValueKind.Object;
            return new FilmProbe
            {
                Seconds = answer.RootElement.GetProperty("format").TryGetProperty("duration", out var said) && double.TryParse(said.GetString(), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
                Coding = isThere ? pictures.TryGetProperty("codec_name", out var coding) ? coding.GetString() : "" : null,
                Width = isThere && pictures.TryGetProperty("width", out var width) ? width.GetInt32() : 0,
                Height = isThere && pictures.TryGetProperty("height", out var height) ? height.GetInt32() : 0,
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A cover picture in a sound file looks like a film of one picture.</summary>
    private static bool IsMoving(JsonElement stream) =>
        stream.TryGetProperty("codec_type", out var type) && type.GetString() == "video"
        && !(stream.TryGetProperty("disposition", out var role) && role.TryGetProperty("attached_pic", out var isCover) && isCover.GetInt32() == 1);
}
