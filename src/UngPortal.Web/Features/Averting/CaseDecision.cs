namespace UngPortal.Features.Averting;

/// <summary>What an assessment comes to.</summary>
public enum CaseDecision
{
    Police = 1,
    ChildProtection = 2,

    /// <summary>The duty does not reach this.</summary>
    None = 3,
    MoreInformation = 4,
}
