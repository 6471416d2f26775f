namespace UngPortal.Features.MediaLibrary.Films;

/// <summary>How far a film has come.</summary>
public enum FilmState
{
    /// <summary>Its bytes are on their way.</summary>
    Uploading = 1,

    /// <summary>All bytes are here; a node will take it.</summary>
    Waiting = 2,

    /// <summary>A node is at work on it.</summary>
    Transcoding = 3,

    /// <summary>It can be shown.</summary>
    Ready = 4,

    /// <summary>Nothing could be made of it.</summary>
    Failed = 5,
}
