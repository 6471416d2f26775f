using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary;

/// <summary>What <c>_MediaPicture</c> needs to show a picture in the best format and width that a browser takes.</summary>
/// <param name="Files">The files, in any order.</param>
/// <param name="Alt">What it shows; empty when it decorates or when a text beside it says the same.</param>
/// <param name="FocalX">The place that must stay in sight, from the left edge, 0 to 1.</param>
/// <param name="FocalY">The same from the upper edge.</param>
/// <param name="Sizes">How wide it is shown, as the <c>sizes</c> attribute says it.</param>
public sealed record MediaPicture(IReadOnlyList<MediaPicture.File> Files, string Alt, double FocalX, double FocalY, string Sizes)
{
    /// <summary>The format that every browser knows; without a file in it a picture can't be shown.</summary>
    public const string FallbackFormat = "jpg";

    private const int FallbackWidth = 960;
    private const int Thirds = 3;

    /// <summary>The file for browsers that know neither AVIF nor WebP.</summary>
    public File Fallback => Files.Where(file => file.Format == FallbackFormat).OrderBy(file => Math.Abs(file.Width - FallbackWidth)).First();

    /// <summary>The class that keeps the focal point in sight when the frame cuts the picture: column and row of nine fields.</summary>
    public string FocalClass => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"focal-{ThirdOf(FocalX)}{ThirdOf(FocalY)}");

    public static string UrlOf(File file) => StoredMedia.UrlOf(file.Name);

    /// <summary>The addresses in a format with their widths, as <c>srcset</c> says them.</summary>
    public string SourceSet(string format) => string.Join(", ", Files.Where(file => file.Format == format).OrderBy(file => file.Width).Select(file => $"{UrlOf(file)} {file.Width}w"));

    private static int ThirdOf(double part) => Math.Min((int)(part * Thirds), Thirds - 1);

    public sealed record File(string Name, string Format, int Width, int Height);
}
