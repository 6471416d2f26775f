namespace UngPortal.Features.Services;

/// <summary>A way to reach a service. The register keeps its number: a new one comes last.</summary>
public enum ChannelKind
{
    Phone,
    Sms,
    Chat,
    Web,

    /// <summary>One goes there.</summary>
    Visit,

    /// <summary>One opens a page and talks there, with pictures.</summary>
    Video,
}
