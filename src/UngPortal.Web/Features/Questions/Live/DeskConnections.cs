using Microsoft.AspNetCore.SignalR;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Live;

/// <summary>The open connections of this node, and whose they are. What is lost with the node is made anew by each page.</summary>
public sealed class DeskConnections
{
    /// <summary>Tabs of one person, with those that a browser has left and not yet closed.</summary>
    public const int MostOfOne = 20;

    private readonly Dictionary<string, (HubCallerContext Connection, int StaffId, long SessionId)> _open = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>The sessions that hold a connection.</summary>
    public IReadOnlyList<long> Sessions
    {
        get
        {
            lock (_lock)
            {
                return [.. _open.Values.Select(one => one.SessionId).Distinct()];
            }
        }
    }

    /// <summary>False for a person who has too many.</summary>
    public bool TryAdd(HubCallerContext connection, StaffIdentity person)
    {
        lock (_lock)
        {
            return _open.Values.Count(one => one.StaffId == person.Id) < MostOfOne && _open.TryAdd(connection.ConnectionId, (connection, person.Id, person.SessionId));
        }
    }

    public void Remove(string connectionId)
    {
        lock (_lock)
        {
            _open.Remove(connectionId);
        }
    }

    /// <summary>Closes what belongs to other sessions than these.</summary>
    public void KeepOnly(IReadOnlySet<long> sessions)
    {
        List<HubCallerContext> closing;
        lock (_lock)
        {
            closing = [.. _open.Values.Where(one => !sessions.Contains(one.SessionId)).Select(one => one.Connection)];
        }

        closing.ForEach(connection => connection.Abort());
    }
}
