using NetVips;

namespace UngPortal.Platform.Media.Pictures;

/// <summary>Decodes a picture to its last pixel, turns it upright, forgets all else it says and writes it anew in every format and width. Runs in the child process only.</summary>
internal static class PictureStudio
{
    private const int AvifQuality = 55;

    // Twice the effort takes ten times the time and saves a tenth of the bytes.
    private const int AvifEffort = 2;
    private const int WebPQuality = 78;
    private const int JpegQuality = 80;
    private static readonly double[] White = [255, 255, 255];

    public static PictureOutcome Make(string file, string folder)
    {
        var bytes = File.ReadAllBytes(file);
        if (PictureFormats.Of(bytes.AsSpan(0, Math.Min(bytes.Length, PictureFormats.HeadLength))) is not { } format)
        {
            return Refused(PictureRefusal.UnknownKind);
        }

        if ((format == PictureFormat.Avif && PictureFormats.IsSequence(bytes)) || (format == PictureFormat.Png && PictureEnd.IsAnimatedPng(bytes)))
        {
            return Refused(PictureRefusal.SeveralPictures);
        }

        if (PictureEnd.HasStowaway(bytes, format))
        {
            return Refused(PictureRefusal.HasStowaway);
        }

        NetVips.NetVips.Concurrency = 1;
        NetVips.NetVips.BlockUntrusted = true;
        Cache.Max = 0;
        try
        {
            using var opened = Open(file, format);
            return RefusalOf(opened) is { } refusal ? Refused(refusal) : Write(opened, folder);
        }
        catch (VipsException problem)
        {
            return Refused(problem.Message.Contains("out of memory", StringComparison.Ordinal) ? PictureRefusal.TooDemanding : PictureRefusal.Broken);
        }
    }

    private static PictureOutcome Refused(PictureRefusal refusal) => new() { Refusal = refusal };

    private static Image Open(string file, PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => Image.Jpegload(file, failOn: Enums.FailOn.Error),
        PictureFormat.Png => Image.Pngload(file, failOn: Enums.FailOn.Error),
        PictureFormat.WebP => Image.Webpload(file, failOn: Enums.FailOn.Error),
        _ => Image.Heifload(file, failOn: Enums.FailOn.Error),
    };

    /// <summary>What the head of the file says is enough to refuse it; nothing is decoded yet.</summary>
    private static PictureRefusal? RefusalOf(Image opened)
    {
        if (opened.Contains("n-pages") && (int)opened.Get("n-pages") > 1)
        {
            return PictureRefusal.SeveralPictures;
        }

        var (longest, shortest) = (Math.Max(opened.Width, opened.Height), Math.Min(opened.Width, opened.Height));
        return (long)opened.Width * opened.Height > PictureRules.PixelsMost || longest > PictureRules.SideMost ? PictureRefusal.TooManyPixels
            : shortest < PictureRules.SideLeast ? PictureRefusal.TooSmall : null;
    }

    private static PictureOutcome Write(Image opened, string folder)
    {
        using var decoded = opened.CopyMemory();
        using var upright = decoded.Autorot();
        using var plain = Plain(upright);
        var made = new List<PictureOutcome.Made>();
        foreach (var width in PictureRules.WidthsOf(plain.Width))
        {
            using var scaled = plain.ThumbnailImage(width, height: PictureRules.SideMost, size: Enums.Size.Down, noRotate: true);
            using var pixels = scaled.CopyMemory();
            foreach (var format in PictureRules.Formats)
            {
                var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{width}.{format}");
                Save(pixels, Path.Combine(folder, name), format);
                made.Add(new(name, format, pixels.Width, pixels.Height));
            }
        }

        return new PictureOutcome { Width = plain.Width, Height = plain.Height, Files = made };
    }

    /// <summary>Eight bits a colour, in the colours of the web.</summary>
    private static Image Plain(Image upright)
    {
        using var converted = upright.Contains("icc-profile-data") ? upright.IccTransform("srgb", embedded: true) : upright.Copy();
        using var coloured = converted.Colourspace(Enums.Interpretation.Srgb);
        return coloured.Cast(Enums.BandFormat.Uchar);
    }

    private static void Save(Image pixels, string path, string format)
    {
        const Enums.ForeignKeep Nothing = Enums.ForeignKeep.None;
        switch (format)
        {
            case "avif":
                pixels.Heifsave(path, q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, keep: Nothing);
                break;
            case "webp":
                pixels.Webpsave(path, q: WebPQuality, keep: Nothing);
                break;
            default:
                using (var opaque = pixels.HasAlpha() ? pixels.Flatten(background: White) : pixels.Copy())
                {
                    opaque.Jpegsave(path, q: JpegQuality, interlace: true, optimizeCoding: true, keep: Nothing);
                }

                break;
        }

        if (PictureMetadata.In(File.ReadAllBytes(path)) is { Count: > 0 } told)
        {
            throw new InvalidOperationException($"A new {format} file tells more than its pixels: {string.Join(", ", told)}.");
        }
    }
}
