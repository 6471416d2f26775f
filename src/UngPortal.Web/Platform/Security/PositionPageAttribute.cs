namespace UngPortal.Platform.Security;

/// <summary>Marks the one kind of page that may ask where the device is.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PositionPageAttribute : Attribute;
