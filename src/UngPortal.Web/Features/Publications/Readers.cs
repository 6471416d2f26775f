namespace UngPortal.Features.Publications;

/// <summary>Whom a text is written for.</summary>
public enum Readers
{
    /// <summary>The one it is about.</summary>
    Oneself,

    /// <summary>Those who are worried about somebody else.</summary>
    Friends,
}
