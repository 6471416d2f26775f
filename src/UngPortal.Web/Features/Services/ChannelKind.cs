namespace UngPortal.Features.Services;

/// <summary>A way to reach a service.</summary>
public enum ChannelKind
{
    Phone,
    Sms,
    Chat,
    Web,

    /// <summary>One goes there.</summary>
    Visit,
}
