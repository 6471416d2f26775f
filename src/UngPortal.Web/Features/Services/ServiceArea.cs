namespace UngPortal.Features.Services;

/// <summary>A municipality whose people a service is for.</summary>
public sealed class ServiceArea
{
    public const int NumberLength = 4;

    public int ServiceId { get; private set; }

    /// <summary>Four digits.</summary>
    public required string Municipality { get; init; }
}
