using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace UngPortal.Platform.Audit;

/// <summary>Lets no save change or delete an audit entry; only its sealing is a change, once.</summary>
internal static class AuditGuard
{
    /// <exception cref="InvalidOperationException">The save would change or delete an entry.</exception>
    public static void Check(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries<AuditEntry>())
        {
            var isChanged = entry.State == EntityState.Modified && entry.Properties.Any(property => property.IsModified && !IsSealing(property));
            if (isChanged || entry.State == EntityState.Deleted)
            {
                throw new InvalidOperationException("An audit entry is never changed or deleted.");
            }
        }
    }

    private static bool IsSealing(PropertyEntry property) =>
        property.Metadata.Name is nameof(AuditEntry.Number) or nameof(AuditEntry.Seal) && property.OriginalValue is null;
}
