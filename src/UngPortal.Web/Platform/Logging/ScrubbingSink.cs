using Serilog.Core;
using Serilog.Events;

namespace UngPortal.Platform.Logging;

/// <summary>Takes the messages out of exceptions, and the request's own words out of properties, before anything is written.</summary>
internal sealed class ScrubbingSink(Logger inner) : ILogEventSink, IDisposable
{
    /// <summary>Properties that hosting scopes may bring along.</summary>
    private static readonly string[] Unwanted = ["RequestPath", "RequestId", "ConnectionId", "Path", "QueryString", "Host", "ConnectionAddress"];

    public void Emit(LogEvent logEvent)
    {
        foreach (var name in Unwanted)
        {
            logEvent.RemovePropertyIfPresent(name);
        }

        inner.Write(logEvent.Exception is null ? logEvent : new LogEvent(
            logEvent.Timestamp, logEvent.Level, new ScrubbedException(logEvent.Exception), logEvent.MessageTemplate,
            logEvent.Properties.Select(property => new LogEventProperty(property.Key, property.Value))));
    }

    public void Dispose() => inner.Dispose();
}
