namespace UngPortal.Features.Accounts;

/// <summary>What a link by e-mail opens.</summary>
public enum InvitationKind
{
    /// <summary>Becoming a member of staff.</summary>
    Join = 1,

    /// <summary>The first administrator of an empty portal.</summary>
    First = 2,

    /// <summary>New password and new factors for somebody who lost them; sent by an administrator who knows who it is.</summary>
    BeginAnew = 3,

    /// <summary>A new password alone; the second factor is still asked for.</summary>
    Password = 4,
}
