namespace UngPortal.Platform.Security;

/// <summary>Why a password can't be used.</summary>
public enum PasswordProblem
{
    /// <summary>Fewer characters than <see cref="PasswordRules.LengthLeast"/>.</summary>
    TooShort = 1,

    /// <summary>More characters than <see cref="PasswordRules.LengthMost"/>.</summary>
    TooLong = 2,

    /// <summary>Common words, a row of the keyboard, a sequence or a repetition.</summary>
    Common = 3,

    /// <summary>It holds the site's, the organisation's or the person's own name.</summary>
    Personal = 4,
}
