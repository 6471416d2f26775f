using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Packages that change so many services that they are not saved one by one.</summary>
public sealed class ImportOfManyTests
{
    private const int Count = 130;

    [Fact]
    public async Task ManyChangedServices_AreTakenInWhole_AndPutBackWhole()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await app.ImportAsync(editor, await editor.ReportedAsync(Package("", "22 40 00 40", "Gata 1", "Bærum")));
        var before = await AllAsync(app);
        var report = await editor.ReportedAsync(Package(" ny", "22 40 00 41", "Gata 2", "Asker"));
        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Changed] = Count }, await editor.CountsAsync(report));

        await app.ImportAsync(editor, report);

        var changed = await AllAsync(app);
        Assert.Equal(Count, changed.Count);
        Assert.All(changed.Zip(before), pair =>
        {
            Assert.Equal((pair.Second.Id, pair.Second.Version + 1), (pair.First.Id, pair.First.Version));
            Assert.EndsWith(" ny", pair.First.Name.In(Language.Bokmal), StringComparison.Ordinal);
            Assert.Equal("22 40 00 41", Assert.Single(pair.First.Channels, channel => channel.Kind == ChannelKind.Phone).DisplayAddress);
            Assert.Equal("Gata 2", pair.First.Location!.Address);
            Assert.Equal("3203", Assert.Single(pair.First.Areas).Municipality);
        });
        Assert.Equal(ImportRunState.Done, await StateAsync(app));

        await editor.StepAsync(report, "angre");
        Assert.True(await app.WorkAsync());

        Assert.Equal(before.Select(Said), (await AllAsync(app)).Select(Said));
        Assert.Equal(ImportRunState.Undone, await StateAsync(app));
        Assert.Equal(Count, await app.InDatabaseAsync(db => db.ImportRunChanges.CountAsync(change => change.Outcome == RowOutcome.Changed && !change.IsLeft)));
    }

    [Fact]
    public async Task AServiceThatIsChangedWhileManyAreWrittenDown_StopsThemAll()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await app.ImportAsync(editor, await editor.ReportedAsync(Package("", "22 40 00 40", "Gata 1", "Bærum")));
        var slug = (await AllAsync(app))[Count / 2].Slug;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => app.InDatabaseAsync(db => db.InTransactionAsync(
            async stop =>
            {
                foreach (var service in await db.Services.Where(one => one.Slug.StartsWith("mangel-")).ToListAsync(stop))
                {
                    service.Judge([], "mange", new DateOnly(2026, 11, 23));
                }

                var changes = new ManyChanges(db);
                await app.InDatabaseAsync(async other =>
                {
                    (await other.Services.SingleAsync(one => one.Slug == slug)).Judge([], "en", new DateOnly(2026, 11, 23));
                    return await other.SaveChangesAsync();
                });
                return changes;
            },
            async (changes, stop) =>
            {
                await db.SaveChangesAsync(stop);
                await changes.WriteAsync(stop);
                return 0;
            },
            CancellationToken.None)));

        Assert.Equal(["en"], await app.InDatabaseAsync(db => db.Services.Where(one => one.Slug.StartsWith("mangel-") && one.CriteriaNote != "").Select(one => one.CriteriaNote).ToListAsync()));
    }

    private static Task<ImportRunState> StateAsync(PortalApp app) => app.InDatabaseAsync(async db => (await db.ImportRuns.OrderBy(run => run.Id).LastAsync()).State);

    private static Task<List<Service>> AllAsync(PortalApp app) => app.InDatabaseAsync(db => db.Services.AsNoTracking().Include(one => one.Channels).Include(one => one.Location).Include(one => one.Areas).Where(one => one.Slug.StartsWith("mangel-")).OrderBy(one => one.Id).ToListAsync());

    private static string Said(Service service) =>
        $"{service.Id} {service.Name.In(Language.Bokmal)} {service.EditedAt:O} {service.Location!.Address} {string.Join(',', service.Areas.Select(area => area.Municipality))} {string.Join(',', service.Channels.OrderBy(channel => channel.Position).Select(channel => channel.DisplayAddress))}";

    private static (string Name, byte[] Content) Package(string after, string phone, string street, string area) =>
        ("a.json", ImportVisits.Bytes($"[{string.Join(',', Enumerable.Range(1, Count).Select(number => One(number, after, phone, street, area)))}]"));

    private static string One(int number, string after, string phone, string street, string area) =>
        $$$$"""{"id":"q{{{{number}}}}","name":"Mangel {{{{number}}}}{{{{after}}}}","status":"active","assured_date":"2026-10-01","url":"https://q{{{{number}}}}.invalid/","phones":[{"id":"p{{{{number}}}}","number":"{{{{phone}}}}","type":"voice"}],"service_at_locations":[{"location":{"location_type":"physical","addresses":[{"address_1":"{{{{street}}}}","postal_code":"1300"}]}}],"service_areas":[{"id":"o","name":"{{{{area}}}}"}]}""";
}
