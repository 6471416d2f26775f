namespace UngPortal.Platform.Media.Films;

/// <summary>Why no film could be made of a file.</summary>
public enum FilmFailure
{
    /// <summary>It can't be read to its end.</summary>
    Broken = 1,

    /// <summary>It is longer than <see cref="FilmRules.SecondsMost"/>.</summary>
    TooLong = 2,

    /// <summary>A side has more pixels than <see cref="FilmRules.SideMost"/>.</summary>
    TooLarge = 3,

    /// <summary>It has hardly any pixels.</summary>
    TooSmall = 4,

    /// <summary>There are no moving pictures in it.</summary>
    NoPictures = 5,

    /// <summary>Its pictures are coded in a way that is not read here.</summary>
    UnknownCoding = 6,

    /// <summary>It took more time, memory or room than one film may.</summary>
    TooDemanding = 7,

    /// <summary>The work on it ended without a word several times.</summary>
    Interrupted = 8,

    /// <summary>It is none of the known kinds, or not what its name says.</summary>
    UnknownKind = 9,
}
