namespace UngPortal.Platform.Media.Pictures;

/// <summary>Why a picture is not taken.</summary>
public enum PictureRefusal
{
    /// <summary>It can't be decoded to its end.</summary>
    Broken = 1,

    /// <summary>It has more pixels, or a longer side, than <see cref="PictureRules"/> allow.</summary>
    TooManyPixels = 2,

    /// <summary>It has hardly any pixels.</summary>
    TooSmall = 3,

    /// <summary>It is animated, or several pictures in one file.</summary>
    SeveralPictures = 4,

    /// <summary>Something else than a picture hangs on to it: a page, a program or an archive.</summary>
    HasStowaway = 5,

    /// <summary>It is none of the known kinds.</summary>
    UnknownKind = 6,

    /// <summary>It took more time or memory than one picture may.</summary>
    TooDemanding = 7,
}
