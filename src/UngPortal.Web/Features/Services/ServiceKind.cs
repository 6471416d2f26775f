namespace UngPortal.Features.Services;

/// <summary>What a service in the register is.</summary>
public enum ServiceKind
{
    /// <summary>A number for danger to life, health or safety.</summary>
    Emergency,

    /// <summary>Somebody to talk to or write to.</summary>
    Helpline,

    /// <summary>Somebody to ask about rules, money, school or work.</summary>
    Practical,

    /// <summary>Somewhere to go, or somebody for the people of a municipality.</summary>
    Local,
}
