namespace UngPortal.Platform.Jobs;

/// <summary>Work that runs by the clock; it can be repeated or cut off at any point without harm.</summary>
public interface IPortalJob
{
    /// <summary>Does the work once.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
