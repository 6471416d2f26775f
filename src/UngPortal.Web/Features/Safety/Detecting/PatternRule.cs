namespace UngPortal.Features.Safety.Detecting;

/// <summary>What a pattern means where it matches.</summary>
internal enum PatternKind
{
    /// <summary>Red, unless it is denied or about somebody else.</summary>
    Sign,

    /// <summary>Red, also where the subject is somebody else: it is they who hit, press or threaten.</summary>
    DoneByOthers,

    /// <summary>A word that is Red by itself, but not in schoolwork, songs and news.</summary>
    Topic,

    /// <summary>Yellow, and Red where two different ones of a group stand in a text.</summary>
    Weak,

    /// <summary>Yellow.</summary>
    Hard,

    /// <summary>Harmless: its words are left out before the others are tried.</summary>
    Harmless,
}

/// <summary>One pattern: phrases that stand in the same sentence.</summary>
internal sealed record PatternRule(PatternLine Line, string Group, PatternKind Kind, IReadOnlyList<Phrase> Phrases, bool IsWhole)
{
    /// <summary>Whether it names the writer, so that nobody else can be meant and no story is told.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>Whether a denial is part of it, as in "vil ikke leve".</summary>
    public bool HoldsDenial { get; init; }
}
