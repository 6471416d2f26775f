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

    /// <summary>Counts a try as wrong before it is made, so that many at once gain nothing; or says how long the connection must wait.</summary>
    internal Try Begin(IPAddress? address)
    {
        var now = time.GetUtcNow();
        var own = _tries.GetOrAdd(network.Of(address), _ => new Tries());
        lock (own)
        {
            var wait = _all.Count(now) >= options.Value.TriesOfAll ? FirstWait * 12 : OwnWait(own, now);
            return wait is null ? new Try(null, own, own.Add(now), _all.Add(now)) : new Try(wait, own, default, default);
        }
    }

    /// <summary>The code was right: the try does not count.</summary>
    internal void Forgive(Try one)
    {
        lock (one.Own)
        {
            one.Own.Forgive(one.LastOwn);
            _all.Forgive(one.LastOfAll);
        }
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

    /// <summary>A try that may be made, or how long to wait before the next.</summary>
    internal readonly record struct Try(TimeSpan? Wait, Tries Own, DateTimeOffset LastOwn, DateTimeOffset LastOfAll);

    /// <summary>Wrong tries of the last ten minutes, counted in twenty parts.</summary>
    internal sealed class Tries
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

        /// <summary>Returns when the one before it was.</summary>
        public DateTimeOffset Add(DateTimeOffset now)
        {
            lock (_changing)
            {
                MoveTo(now);
                _counts[_newest % Parts]++;
                var before = Last;
                Last = now;
                return before;
            }
        }

        public void Forgive(DateTimeOffset before)
        {
            lock (_changing)
            {
                _counts[_newest % Parts] = Math.Max(0, _counts[_newest % Parts] - 1);
                Last = before;
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
