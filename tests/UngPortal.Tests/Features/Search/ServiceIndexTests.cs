using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Upkeep;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Search;

/// <summary>A service that is changed at the desk is found as it is now, and so are the texts that name it, without a new index.</summary>
public sealed class ServiceIndexTests
{
    private const string Name = "Fregnesnakk";
    private const string Rest = "/artikler/";
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Rename_IsFound_InTheServiceAndInTheTextsThatNameIt_AndNotOnceItIsWithdrawn()
    {
        using var app = new PortalApp();
        app.Services.WaitForSearchIndex();
        var slug = await NamedAsync(app);

        await ChangeAsync(app, slug, service => Rename(service, Name));

        var found = (await app.GetPageAsync("/sok?q=" + Name)).Links;
        Assert.Contains($"/tjenester/{slug}", found);
        Assert.Contains(found, link => link.StartsWith(Rest, StringComparison.Ordinal));

        await ChangeAsync(app, slug, service => service.Withdraw());

        Assert.DoesNotContain($"/tjenester/{slug}", (await app.GetPageAsync("/sok?q=" + Name)).Links);
    }

    [Fact]
    public async Task Change_AtTheDesk_NamesTheService_SoThatNoIndexIsBuiltAnew()
    {
        using var app = new PortalApp().WithoutWorkers();

        await ChangeAsync(app, "sos-chat", service => service.Withdraw());

        Assert.Equal("sos-chat", await app.InDatabaseAsync(db => db.Outbox.Where(message => message.Kind == ServicesChanged.Kind).OrderByDescending(message => message.Id).Select(message => message.Key).FirstAsync()));
    }

    [Fact]
    public async Task Import_HasTheIndexBuiltBesideTheOutbox_AndWhatChangesMeanwhileIsFound()
    {
        const string Imported = "Kveldsglytt";
        using var app = new PortalApp();
        app.Services.WaitForSearchIndex();
        await app.InDatabaseAsync(async db =>
        {
            Rename(await db.Services.Include(service => service.Channels).SingleAsync(service => service.Slug == "ungdomstelefonen"), Imported);
            db.Announce(ServicesChanged.Kind, ServicesChanged.All);
            return await db.SaveChangesAsync();
        });

        await ChangeAsync(app, "mental-helse-116123", service => Rename(service, Name));
        Assert.Contains("/tjenester/mental-helse-116123", await FoundAsync(Name));
        Assert.DoesNotContain("/tjenester/ungdomstelefonen", await FoundAsync(Imported));

        for (var began = Stopwatch.StartNew(); began.Elapsed < Most && !(await FoundAsync(Imported)).Contains("/tjenester/ungdomstelefonen");)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(50);
        }

        Assert.Contains("/tjenester/ungdomstelefonen", await FoundAsync(Imported));
        Assert.Contains("/tjenester/mental-helse-116123", await FoundAsync(Name));

        async Task<IReadOnlyList<string>> FoundAsync(string word) => (await app.GetPageAsync("/sok?q=" + word)).Links;
    }

    /// <summary>A helpline that an article names.</summary>
    private static Task<string> NamedAsync(PortalApp app) => app.InDatabaseAsync(async db =>
    {
        var slugs = await db.Services.Where(service => service.Kind == ServiceKind.Helpline).Select(service => service.Slug).ToListAsync();
        var bodies = await db.Publications.Where(one => one.Kind == PublicationKind.Article).SelectMany(one => one.Texts.Where(text => text.Language == "nb").Select(text => text.BodyHtml)).ToListAsync();
        return slugs.First(slug => bodies.Exists(body => body.Contains($"\"{slug}\"", StringComparison.Ordinal)));
    });

    private static void Rename(Service service, string name) => service.Edit(service.Facts() with { Name = new() { ["nb"] = name } }, service.EditedAt ?? PortalApp.Start.UtcDateTime);

    private static async Task ChangeAsync(PortalApp app, string slug, Action<Service> change)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var desk = scope.ServiceProvider.GetRequiredService<RegisterDesk>();
            var service = (await desk.FindAsync(slug, CancellationToken.None))!;
            change(service);
            Assert.True(await desk.SaveAsync(service, null, "service-facts", "", null, CancellationToken.None));
        }

        await app.DeliverOutboxAsync();
    }
}
