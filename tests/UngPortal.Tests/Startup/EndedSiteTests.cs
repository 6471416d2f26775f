using System.Runtime.CompilerServices;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>A site that has ended leaves nothing running and nothing in memory: a run of the tests starts hundreds.</summary>
public sealed class EndedSiteTests
{
    private const int Attempts = 50;

    [Fact]
    public async Task Site_ThatHasEnded_IsLetGo()
    {
        var site = await RunAsync();

        for (var attempt = 0; attempt < Attempts && site.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(100);
        }

        Assert.False(site.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> RunAsync()
    {
        await using var app = new PortalApp();
        using var visitor = app.CreateVisitor();
        using var page = await visitor.GetAsync(new Uri("/sok?q=angst", UriKind.Relative));
        page.EnsureSuccessStatusCode();
        return new WeakReference(app.Services);
    }
}
