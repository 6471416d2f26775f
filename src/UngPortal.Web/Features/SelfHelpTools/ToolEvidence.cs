namespace UngPortal.Features.SelfHelpTools;

/// <summary>What is known about whether it helps.</summary>
public enum ToolEvidence
{
    Unknown = 0,
    None = 1,
    Pilot = 2,
    ControlledTrial = 3,
}
