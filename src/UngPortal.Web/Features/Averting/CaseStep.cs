namespace UngPortal.Features.Averting;

/// <summary>What is done with a case; each leaves an entry that nobody can change.</summary>
public enum CaseStep
{
    Open = 1,
    Assess = 2,
    ActAlone = 3,
    Confirm = 4,
    Disagree = 5,
    InformParents = 6,
    Close = 7,
}
