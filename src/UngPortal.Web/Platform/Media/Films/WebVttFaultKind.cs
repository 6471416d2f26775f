namespace UngPortal.Platform.Media.Films;

/// <summary>What can be wrong with captions.</summary>
public enum WebVttFaultKind
{
    /// <summary>The first line is not WEBVTT.</summary>
    NoHeader = 1,

    /// <summary>The whole is longer than <see cref="WebVttFile.TextMost"/>.</summary>
    TooLong = 2,

    /// <summary>There is not one caption.</summary>
    NoCues = 3,

    /// <summary>A block's timing is not one.</summary>
    BadTiming = 4,

    /// <summary>It ends before it begins, or at once.</summary>
    EndsTooEarly = 5,

    /// <summary>It begins before the one above has ended.</summary>
    Overlaps = 6,

    /// <summary>It says nothing.</summary>
    NoText = 7,

    /// <summary>Nobody can read it in the time it stands there.</summary>
    TooFast = 8,

    /// <summary>It holds a mark or a sign that isn't plain text.</summary>
    NotPlain = 9,

    /// <summary>It stands there after the film has ended.</summary>
    AfterTheEnd = 10,

    /// <summary>A style or region: the player decides how captions look.</summary>
    Styled = 11,
}
