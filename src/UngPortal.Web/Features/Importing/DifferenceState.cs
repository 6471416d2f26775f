namespace UngPortal.Features.Importing;

/// <summary>Why files and live text differ. The most pressing stand first.</summary>
public enum DifferenceState
{
    /// <summary>The files can't be read, so what is live stays.</summary>
    Invalid = 0,

    /// <summary>Both have changed: the import keeps the editor's text, and a person decides.</summary>
    BothChanged = 1,

    /// <summary>A new file with the name of something that was written here.</summary>
    SameName = 2,

    /// <summary>The next start imports it.</summary>
    Waiting = 3,

    /// <summary>Edited here since the import; the files are as they were.</summary>
    EditedHere = 4,

    /// <summary>Imported once; the files are gone.</summary>
    FileGone = 5,
}
