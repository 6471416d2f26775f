using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Counting;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.Services;

/// <summary>Visits to services and clicks onward: sums, and nothing of who. Source: product/services.md, "Directory".</summary>
public sealed class VisitTests
{
    private const string Slug = "112-politi";
    private static readonly DateOnly Today = OsloTime.DayOf(PortalApp.Start.UtcDateTime);

    [Fact]
    public async Task Visits_OfTwoNodes_AreAddedUpByDay()
    {
        using var app = new PortalApp().WithoutWorkers();
        await ReadAsync(app, 3);
        await app.GetPageAsync("/nn/tjenester/" + Slug);
        await OnwardAsync(app, HttpStatusCode.NoContent);
        using var other = new SharedApp(app.Database, isSecond: true).WithoutWorkers();
        await ReadAsync(other, 2);
        await OnwardAsync(other, HttpStatusCode.NoContent);

        await KeepAsync(app);
        await KeepAsync(other);
        await KeepAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await ReadAsync(app, 1);
        await KeepAsync(app);

        Assert.Equal([(Today, 6, 2), (Today.AddDays(1), 1, 0)], await DaysAsync(app));
    }

    [Fact]
    public async Task ACount_ThatCannotBeKept_WaitsForTheNextMinute()
    {
        using var app = new PortalApp().WithoutWorkers();
        await ReadAsync(app, 2);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Services.GetRequiredService<VisitCounts>().KeepAsync(stopped.Token));

        await ReadAsync(app, 1);
        await KeepAsync(app);

        Assert.Equal([(Today, 3, 0)], await DaysAsync(app));
    }

    [Fact]
    public async Task Counting_LeavesThePageCached_AndSetsNoCookie()
    {
        using var app = new PortalApp().WithoutWorkers();
        await ReadAsync(app, 1);
        using var visitor = app.CreateVisitor();
        using var second = await visitor.GetAsync(new Uri("/tjenester/" + Slug, UriKind.Relative));
        using var onward = await visitor.PostAsync(new Uri($"/tjenester/{Slug}/videre", UriKind.Relative), null);

        Assert.True(app.Services.GetRequiredService<PageCache>().Count > 0);
        Assert.NotNull(second.Headers.ETag);
        Assert.False(second.Headers.Contains("Set-Cookie") || onward.Headers.Contains("Set-Cookie"));
        Assert.Empty(await onward.Content.ReadAsByteArrayAsync());
        Assert.NotNull((await app.GetPageAsync("/tjenester/" + Slug)).Document.QuerySelector($"[data-onward='{Slug}'] a[href='tel:112']"));
    }

    [Fact]
    public async Task TheDesk_ShowsTheLastThirtyDays_AndNeverFewerThanFive()
    {
        using var app = new PortalApp().WithoutWorkers();
        var id = await app.InDatabaseAsync(async db =>
        {
            var found = await db.Services.Where(service => service.Slug == Slug).Select(service => service.Id).SingleAsync();
            db.ServiceDays.AddRange(
                new ServiceDay { ServiceId = found, Day = Today.AddDays(-30), Visits = 1_000, Onward = 1_000 },
                new ServiceDay { ServiceId = found, Day = Today.AddDays(-29), Visits = 7, Onward = 4 },
                new ServiceDay { ServiceId = found, Day = Today, Visits = 5 });
            await db.SaveChangesAsync();
            return found;
        });
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        Assert.Contains("Siste 30 dagerBesøk: 12. Videre: under 5.", (await editor.OpenAsync($"/admin/tjenester/{id}")).TextsOf("dl div"));
        var rows = (await editor.OpenAsync("/admin/tjenester?q=" + Slug)).TextsOf("tbody tr");
        Assert.Contains(rows, row => row.Contains("Besøk: 12. Videre: under 5.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_OfLongAgo_AreDeleted()
    {
        using var app = new PortalApp().WithoutWorkers();
        await app.InDatabaseAsync(async db =>
        {
            var found = await db.Services.Where(service => service.Slug == Slug).Select(service => service.Id).SingleAsync();
            db.ServiceDays.AddRange(new ServiceDay { ServiceId = found, Day = Today.AddMonths(-13).AddDays(-1), Visits = 1 }, new ServiceDay { ServiceId = found, Day = Today.AddMonths(-13), Visits = 2 });
            return await db.SaveChangesAsync();
        });

        await app.RunAsync<VisitRetention>();

        Assert.Equal([(Today.AddMonths(-13), 2, 0)], await DaysAsync(app));
    }

    [Fact]
    public void WhatIsKept_HasNoRoomForAnybody() =>
        Assert.Equal(["Day", "Onward", "ServiceId", "Visits"], typeof(ServiceDay).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));

    private static async Task ReadAsync(PortalApp app, int times)
    {
        for (var time = 0; time < times; time++)
        {
            Assert.Equal(HttpStatusCode.OK, (await app.GetPageAsync("/tjenester/" + Slug)).Status);
        }
    }

    private static async Task OnwardAsync(PortalApp app, HttpStatusCode expected)
    {
        using var visitor = app.CreateVisitor();
        using var response = await visitor.PostAsync(new Uri($"/tjenester/{Slug}/videre", UriKind.Relative), null);
        Assert.Equal(expected, response.StatusCode);
    }

    private static Task KeepAsync(PortalApp app) => app.Services.GetRequiredService<VisitCounts>().KeepAsync(CancellationToken.None);

    private static Task<List<(DateOnly Day, int Visits, int Onward)>> DaysAsync(PortalApp app) => app.InDatabaseAsync(async db =>
        (await db.ServiceDays.AsNoTracking().OrderBy(one => one.Day).ToListAsync()).ConvertAll(one => (one.Day, one.Visits, one.Onward)));
}
