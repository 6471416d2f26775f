namespace UngPortal.Features.MediaLibrary;

/// <summary>On what terms a picture may be shown.</summary>
public enum MediaLicence
{
    /// <summary>Made by or for the organisation itself.</summary>
    Own = 1,

    /// <summary>Creative Commons, creator named.</summary>
    CcBy = 2,

    /// <summary>Creative Commons, creator named, changes shared alike.</summary>
    CcBySa = 3,

    /// <summary>Given to all without terms.</summary>
    Cc0 = 4,

    /// <summary>Bought from an agency, or lent with a written permission.</summary>
    Permission = 5,
}
