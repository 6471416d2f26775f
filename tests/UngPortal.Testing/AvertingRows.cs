using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Averting;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Testing;

/// <summary>Invented cases for tests of the duty to avert.</summary>
public static class AvertingRows
{
    extension(PortalApp app)
    {
        /// <summary>A case that the person has opened. Returns its id.</summary>
        public async Task<Guid> AvertingAsync(int staffId, string words = "Jeg er bekymret for dette.", string question = "")
        {
            var id = Guid.NewGuid();
            await using var scope = app.Services.CreateAsyncScope();
            var person = new StaffIdentity { Id = staffId, Name = $"Person {staffId}", SessionId = 0, ConfirmedAt = app.Clock.GetUtcNow().UtcDateTime, Seats = [new(1, StaffRole.Expert)] };
            await scope.ServiceProvider.GetRequiredService<CaseDesk>().BeginAsync(id, null, question.Length > 0 ? question : words, new CaseWords { Reason = words }, person, CancellationToken.None);
            return id;
        }

        /// <summary>The case as it is stored.</summary>
        public Task<AvertingCase> CaseAsync(Guid id) => app.InDatabaseAsync(db => db.AvertingCases.AsNoTracking().Include(one => one.Entries).SingleAsync(one => one.Id == id));
    }
}
