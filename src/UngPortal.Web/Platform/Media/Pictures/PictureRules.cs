namespace UngPortal.Platform.Media.Pictures;

/// <summary>What a picture may be, and what is made of it.</summary>
public static class PictureRules
{
    /// <summary>The largest file, in bytes.</summary>
    public const int BytesMost = 20 * 1024 * 1024;

    /// <summary>The most pixels, width times height.</summary>
    public const int PixelsMost = 50_000_000;

    /// <summary>The longest side, in pixels: WebP has room for no more than 16 383.</summary>
    public const int SideMost = 16_000;

    /// <summary>The shortest side, in pixels.</summary>
    public const int SideLeast = 16;

    /// <summary>The widths that are made, in pixels: phone, tablet and desktop. A smaller picture keeps its own width.</summary>
    public static IReadOnlyList<int> Widths { get; } = [480, 960, 1600];

    /// <summary>The formats that are made, best first.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["avif", "webp", "jpg"];

    /// <summary>The widths made of a picture this wide.</summary>
    internal static IEnumerable<int> WidthsOf(int width) => Widths.Select(wanted => Math.Min(wanted, width)).Distinct();
}
