using System.Collections.Concurrent;

namespace UngPortal.Platform.Caching;

/// <summary>Lets one request per key render while the others wait or take the old copy.</summary>
internal sealed class PageFlights(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Flight> _flights = new(StringComparer.Ordinal);

    public bool IsRunning(string key) => _flights.ContainsKey(key);

    /// <summary>Starts a flight; null when another request flies already.</summary>
    public Flight? TryBegin(string key, out Flight running)
    {
        var mine = new Flight(time.GetTimestamp());
        running = _flights.GetOrAdd(key, mine);
        return ReferenceEquals(running, mine) ? mine : null;
    }

    public void End(string key, Flight flight)
    {
        _flights.TryRemove(new(key, flight));
        flight.Land();
    }

    /// <summary>Waits until the flight is over. False when it takes longer than <paramref name="patience"/> since it began.</summary>
    public async Task<bool> WaitAsync(Flight flight, TimeSpan patience, CancellationToken cancellationToken)
    {
        var left = patience - time.GetElapsedTime(flight.BeganAt);
        if (left <= TimeSpan.Zero)
        {
            return flight.Landed.IsCompleted;
        }

        try
        {
            await flight.Landed.WaitAsync(left, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    internal sealed class Flight(long beganAt)
    {
        private readonly TaskCompletionSource _landed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long BeganAt => beganAt;

        public Task Landed => _landed.Task;

        public void Land() => _landed.TrySetResult();
    }
}
