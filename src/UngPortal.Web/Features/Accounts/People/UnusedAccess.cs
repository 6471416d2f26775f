using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Accounts.People;

/// <summary>Shuts out, each night, who has not been here for <see cref="StaffMember.UnusedDaysMost"/> days. The sign-in refuses them from the first moment; this writes it down.</summary>
public sealed partial class UnusedAccess(PortalDbContext db, AuditTrail audit, StaffSessions sessions, TimeProvider time, ILogger<UnusedAccess> logger) : IPortalJob
{
    private const int AtATime = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var before = LastUseBefore(now);
        var count = 0;
        while (await db.Staff.Where(person => person.DisabledAt == null && person.LastUsedAt < before).OrderBy(person => person.Id).Take(AtATime).Select(person => person.Id).ToListAsync(cancellationToken) is { Count: > 0 } lapsed)
        {
            foreach (var id in lapsed)
            {
                count += await ShutOutAsync(id, now, cancellationToken) ? 1 : 0;
            }
        }

        LogLapsed(count);
    }

    /// <summary>Shuts one person out, unless another node did just now: each is written down once.</summary>
    private Task<bool> ShutOutAsync(int id, DateTime now, CancellationToken cancellationToken) => db.InTransactionAsync(
        async stop =>
        {
            if (await db.Staff.Where(person => person.Id == id && person.DisabledAt == null).ExecuteUpdateAsync(set => set.SetProperty(person => person.DisabledAt, now), stop) == 0)
            {
                return false;
            }

            await sessions.EndAllAsync(id, _ => true, stop);
            audit.Record(null, "access-lapsed", $"staff:{id}");
            await db.SaveChangesAsync(stop);
            return true;
        },
        cancellationToken);

    /// <summary>Whose last use lies before this has been away too long.</summary>
    public static DateTime LastUseBefore(DateTime now) => now.AddDays(-StaffMember.UnusedDaysMost);

    public static PersonState StateOf(StaffMember person, DateTime now)
    {
        if (person.LastUsedAt < LastUseBefore(now))
        {
            return PersonState.Unused;
        }

        return person.IsDisabled ? PersonState.Disabled : PersonState.Active;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The access of {Count} people lapsed, unused.")]
    private partial void LogLapsed(int count);
}
