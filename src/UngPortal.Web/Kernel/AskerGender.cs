namespace UngPortal.Kernel;

/// <summary>What somebody who asks says of their gender.</summary>
public enum AskerGender
{
    /// <summary>Nothing.</summary>
    NotSaid = 0,

    /// <summary>Jente.</summary>
    Girl = 1,

    /// <summary>Gutt.</summary>
    Boy = 2,

    /// <summary>Annet.</summary>
    Other = 3,
}
