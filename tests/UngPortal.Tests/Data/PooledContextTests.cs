using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Services;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Data;

/// <summary>Contexts are lent from a pool: whoever gets one next finds nothing of the one before.</summary>
public sealed class PooledContextTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Context_GivenBack_KeepsNeitherRowsNorPatience()
    {
        PortalDbContext lent;
        int? usual;
        await using (var first = _app.Services.CreateAsyncScope())
        {
            lent = first.ServiceProvider.GetRequiredService<PortalDbContext>();
            usual = lent.Database.GetCommandTimeout();
            lent.Database.SetCommandTimeout(TimeSpan.FromSeconds(1));
            (await lent.Services.FirstAsync(service => service.State == ServiceState.Listed)).Withdraw();
        }

        var next = Enumerable.Range(0, 20).Select(_ => _app.Services.CreateScope().ServiceProvider.GetRequiredService<PortalDbContext>()).ToList();

        Assert.Contains(next, context => ReferenceEquals(context, lent));
        Assert.All(next, context => Assert.Equal((usual, 0), (context.Database.GetCommandTimeout(), context.ChangeTracker.Entries().Count())));
        Assert.All(next, context => Assert.Same(_app.Clock, context.Time));
    }

    public void Dispose() => _app.Dispose();
}
