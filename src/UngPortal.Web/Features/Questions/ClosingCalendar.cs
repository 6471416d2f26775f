using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Questions;

/// <summary>The closing periods that were not over when they were read: each who asks meets them, and there are never many.</summary>
public sealed class ClosingCalendar(IServiceScopeFactory scopes) : KeptCopy<IReadOnlyList<ClosingPeriod>>(scopes, Changed)
{
    public const string Changed = "closing-periods-changed";

    /// <summary>Of those that are going on, the one that ends last; null on ordinary days.</summary>
    public async ValueTask<ClosingPeriod?> AtAsync(DateTime now, CancellationToken cancellationToken) =>
        (await CurrentAsync(cancellationToken)).Where(period => period.From <= now && now < period.Until).MaxBy(period => period.Until);

    protected override async Task<IReadOnlyList<ClosingPeriod>> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        return await db.ClosingPeriods.AsNoTracking().Where(period => period.Until > now).ToListAsync(cancellationToken);
    }
}
