using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Testing;

/// <summary>Writes, seals and verifies audit entries in tests.</summary>
public static class AuditVisits
{
    extension(PortalApp app)
    {
        /// <summary>Writes an entry as a feature would.</summary>
        public async Task RecordAsync(string action, string subject = "prove:1", string detail = "", int? organisationId = null, StaffIdentity? actor = null)
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(actor, action, subject, detail, organisationId);
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        }

        /// <summary>Seals what is there now. Returns how many entries.</summary>
        public Task<int> SealAsync() => app.Services.GetRequiredService<AuditSealer>().SealAsync(CancellationToken.None);

        /// <summary>Seals and verifies.</summary>
        public async Task<AuditReport> CheckAuditAsync(AuditMark? exported = null)
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<AuditCheck>().CheckAsync(exported, CancellationToken.None);
        }
    }
}
