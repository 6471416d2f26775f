namespace UngPortal.Platform.Media.Pictures;

/// <summary>The kinds of picture that may be uploaded.</summary>
public enum PictureFormat
{
    /// <summary>JPEG.</summary>
    Jpeg = 1,

    /// <summary>PNG.</summary>
    Png = 2,

    /// <summary>WebP.</summary>
    WebP = 3,

    /// <summary>AVIF.</summary>
    Avif = 4,
}
