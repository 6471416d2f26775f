using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace UngPortal.Tests.Platform;

/// <summary>Every log event as the JSON line that would be written.</summary>
internal sealed class CapturedLog : ILogEventSink
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public void Emit(LogEvent logEvent)
    {
        using var text = new StringWriter();
        new CompactJsonFormatter().Format(logEvent, text);
        _lines.Enqueue(text.ToString());
    }
}
