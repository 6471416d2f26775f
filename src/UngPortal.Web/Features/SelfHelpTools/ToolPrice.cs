namespace UngPortal.Features.SelfHelpTools;

public enum ToolPrice
{
    Unknown = 0,
    Free = 1,

    /// <summary>Free to use, with parts that cost money.</summary>
    PartlyFree = 2,
    Paid = 3,
}
