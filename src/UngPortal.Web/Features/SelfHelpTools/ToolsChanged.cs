namespace UngPortal.Features.SelfHelpTools;

/// <summary>The outbox message that a tool has changed: the copy is taken anew, pages are evicted and the index follows.</summary>
public static class ToolsChanged
{
    public const string Kind = "tools-changed";
}
