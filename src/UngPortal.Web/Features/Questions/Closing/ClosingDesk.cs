using System.Globalization;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Questions.Closing;

/// <summary>Saves what is done with closing periods, each with its audit entry.</summary>
public sealed class ClosingDesk(PortalDbContext db, AuditTrail audit, ClosingCalendar calendar)
{
    private const string Subject = "closing-period";

    public DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    public async Task AddAsync(ClosingForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var period = db.ClosingPeriods.Add(ClosingPeriod.Between(form.From!.Value, form.Until!.Value, form.Text)).Entity;
        audit.Record(person, "closing-added", Subject, Describe(period));
        await SaveAsync(cancellationToken);
    }

    /// <summary>False when a colleague changed or removed it meanwhile.</summary>
    public Task<bool> ChangeAsync(ClosingPeriod period, ClosingForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var before = Describe(period);
        period.Change(form.From!.Value, form.Until!.Value, form.Text);
        audit.Record(person, "closing-changed", Subject, $"{before} → {Describe(period)}");
        return SaveAsync(cancellationToken);
    }

    /// <inheritdoc cref="ChangeAsync" />
    public Task<bool> RemoveAsync(ClosingPeriod period, StaffIdentity person, CancellationToken cancellationToken)
    {
        db.Remove(period);
        audit.Record(person, "closing-removed", Subject, Describe(period));
        return SaveAsync(cancellationToken);
    }

    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        db.Announce(ClosingCalendar.Changed, "all");
        var isKept = await db.TrySaveAsync(cancellationToken);
        calendar.Forget();
        return isKept;
    }

    private static string Describe(ClosingPeriod period) => string.Create(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-ddTHH:mm}Z/{period.Until:yyyy-MM-ddTHH:mm}Z");
}
