namespace UngPortal.Platform.Web;

/// <summary>Something to be done once the schema is current and before the first request; returns what to tell the operator in a few words.</summary>
public interface IStartupStep
{
    /// <summary>Runs the step.</summary>
    Task<string> RunAsync(CancellationToken cancellationToken);
}
