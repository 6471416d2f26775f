using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace UngPortal.Platform.Media.Storing;

/// <summary>The name of a stored file: 128 random bits in hex and a known ending. Nothing of what the uploader called it. Source: ASVS 5.0 V5.3.2, V11.5.1.</summary>
public sealed partial record MediaName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = StemLength + 5;

    /// <summary>The length of the random part, in characters.</summary>
    public const int StemLength = 32;

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["avif"] = "image/avif",
        ["webp"] = "image/webp",
        ["jpg"] = "image/jpeg",
        ["mp4"] = "video/mp4",
        ["vtt"] = "text/vtt; charset=utf-8",
    };

    private MediaName(string text) => Text = text;

    /// <summary>The whole name, e.g. <c>0f…9a.avif</c>.</summary>
    public string Text { get; }

    /// <summary>The media type that its ending stands for.</summary>
    public string ContentType => Types[Text[(StemLength + 1)..]];

    /// <summary>Whether it is a picture; else a film or its captions.</summary>
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>A name that nobody can guess.</summary>
    /// <param name="format">The ending: <c>avif</c>, <c>webp</c> or <c>jpg</c> of pictures, <c>mp4</c> of films, <c>vtt</c> of captions.</param>
    public static MediaName New(string format) => Types.ContainsKey(format) ? new($"{NewStem()}.{format}") : throw new ArgumentException("No stored file has this ending.", nameof(format));

    /// <summary>32 random hex digits.</summary>
    public static string NewStem() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(StemLength / 2));

    /// <summary>Takes a text for a name if it is one: no path, no other ending.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MediaName? name)
    {
        name = text is { Length: <= MaxLength } && Shape().IsMatch(text) ? new MediaName(text) : null;
        return name is not null;
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    [GeneratedRegex(@"\A[0-9a-f]{32}\.(?:avif|webp|jpg|mp4|vtt)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Shape();
}
