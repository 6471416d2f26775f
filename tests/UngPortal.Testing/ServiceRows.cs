using UngPortal.Features.ServiceImports;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Testing;

/// <summary>Invented services for tests.</summary>
public static class ServiceRows
{
    private static int _services;

    extension(PortalApp app)
    {
        /// <summary>An import that was read and has one refused row and one conflict. Returns its number.</summary>
        public Task<int> ImportRunAsync(string text = "Prøve") => app.InDatabaseAsync(async db =>
        {
            var run = new ImportRun { FileName = text, Origin = text, ReadAt = db.Time.GetUtcNow().UtcDateTime, ReadById = 1, ReadByName = text };
            run.Report(new() { Position = 1, File = text, Line = 2, ForeignId = text, Name = text, Outcome = RowOutcome.Refused, Faults = [new(text, 2, ImportFaultKind.NoId, text)] });
            run.Report(new() { Position = 2, File = text, Line = 3, ForeignId = text, Name = text, Outcome = RowOutcome.Conflict, Fields = ["name"] });
            db.Add(run);
            await db.SaveChangesAsync();
            return run.Id;
        });

        /// <summary>A new helpline of the register that was confirmed and taken in on one day, mostly today. Returns its number and slug.</summary>
        /// <param name="text">Its name, description and source.</param>
        /// <param name="hours">Its phone's hours in the register's syntax.</param>
        /// <param name="assured">When its facts were held against the source; today when null.</param>
        /// <param name="website">Its website.</param>
        public Task<(int Id, string Slug)> ServiceAsync(string text = "Prøvetelefonen", string? hours = "Mo-Fr 09:00-15:00", DateOnly? assured = null, string? website = "https://prove.invalid/") => app.InDatabaseAsync(async db =>
        {
            var day = assured ?? OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime);
            var facts = new ServiceFacts(
                ServiceKind.Helpline, new() { ["nb"] = text }, [], new() { ["nb"] = text }, [], 900, website, day, "https://prove.invalid/kilde",
                [new ServiceChannel { Position = 1, Kind = ChannelKind.Phone, Address = "+4799999999", DisplayAddress = "99 99 99 99", Hours = hours }]);
            var service = db.Services.Add(Service.List($"prove-{Interlocked.Increment(ref _services)}", facts)).Entity;
            service.TakeIn(day);
            await db.SaveChangesAsync();
            return (service.Id, service.Slug);
        });

        /// <summary>Something that a reader says is wrong with a service. Returns its number.</summary>
        public Task<int> ReportedAsync(int serviceId, string text = "Ingen svarer.") => app.InDatabaseAsync(async db =>
        {
            var report = db.ServiceReports.Add(new ServiceReport { FormKey = Guid.NewGuid(), ServiceId = serviceId, Fault = ReportedFault.Hours, Text = text, SentAt = db.Time.GetUtcNow().UtcDateTime }).Entity;
            await db.SaveChangesAsync();
            return report.Id;
        });
    }
}
