using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Questions.Codes;

/// <summary>Counts wrong codes, for each connection and for all together; in memory only. Source: product/questions.md, "The code".</summary>
public sealed class CodeTries(NetworkPartition network, TimeProvider time, IOptions<CodeOptions> options)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);
    private const int MostDoublings = 7;

    private readonly ConcurrentDictionary<int, Tries> _tries = new();
    private readonly Tries _all = new();

    /// <summary>How long the connection must wait before its next try; null when it may try now.</summary>
    public TimeSpan? WaitOf(IPAddress? address)
    {
        var now = time.GetUtcNow();
        var own = _tries.TryGetValue(network.Of(address), out var tries) ? OwnWait(tries, now) : null;
        var ofAll = _all.Count(now) >= options.Value.TriesOfAll ? FirstWait * 12 : (TimeSpan?)null;
        return own > ofAll || ofAll is null ? own : ofAll;
    }

    public void NoteWrong(IPAddress? address)
    {
        var now = time.GetUtcNow();
        _all.Add(now);
        _tries.GetOrAdd(network.Of(address), _ => new Tries()).Add(now);
    }

    /// <summary>After the free tries the wait doubles with each wrong one.</summary>
    private TimeSpan? OwnWait(Tries tries, DateTimeOffset now)
    {
        var over = tries.Count(now) - options.Value.FreeTries;
        if (over < 0)
        {
            return null;
        }

        var wait = FirstWait * Math.Pow(2, Math.Min(over, MostDoublings));
        var until = tries.Last + (wait < LongestWait ? wait : LongestWait);
        return until > now ? until - now : null;
    }

    /// <summary>Wrong tries of the last ten minutes, counted in twenty parts.</summary>
    private sealed class Tries
    {
        private const int Parts = 20;
        private static readonly TimeSpan Part = Window / Parts;
        private readonly int[] _counts = new int[Parts];
        private readonly Lock _changing = new();
        private long _newest;

        public DateTimeOffset Last { get; private set; }

        public int Count(DateTimeOffset now)
        {
            lock (_changing)
            {
                MoveTo(now);
                return _counts.Sum();
            }
        }

        public void Add(DateTimeOffset now)
        {
            lock (_changing)
            {
                MoveTo(now);
                _counts[_newest % Parts]++;
                Last = now;
            }
        }

        private void MoveTo(DateTimeOffset now)
        {
            var part = now.UtcTicks / Part.Ticks;
            for (var passed = Math.Max(_newest + 1, part - Parts + 1); passed <= part; passed++)
            {
                _counts[passed % Parts] = 0;
            }

            _newest = Math.Max(_newest, part);
        }
    }
}
