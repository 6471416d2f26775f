namespace UngPortal.Platform.Security;

/// <summary>Marks the one kind of page that may ask for camera and microphone.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CameraPageAttribute : Attribute;
