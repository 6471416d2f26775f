namespace UngPortal.Features.SelfHelpTools;

/// <summary>The two halves of an assessment; nobody does both.</summary>
public enum AssessmentPart
{
    /// <summary>What it says and does to those who use it.</summary>
    Professional = 1,

    /// <summary>What it does with what they write, and how it is built.</summary>
    Security = 2,
}
