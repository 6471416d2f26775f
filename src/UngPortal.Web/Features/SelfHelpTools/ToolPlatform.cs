namespace UngPortal.Features.SelfHelpTools;

public enum ToolPlatform
{
    Web = 1,
    Ios = 2,
    Android = 3,
}
