using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Testing;

/// <summary>Waits for what happens in the background at start-up.</summary>
public static class SearchWait
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    /// <summary>Blocks until the search index has been built.</summary>
    /// <exception cref="TimeoutException">It was not built within a minute.</exception>
    public static void WaitForSearchIndex(this IServiceProvider services)
    {
        var index = services.GetRequiredService<SearchIndex>();
        if (!SpinWait.SpinUntil(() => !index.NeedsRebuild && index.Cursor is not null, Most))
        {
            throw new TimeoutException("The search index was not built in time.");
        }
    }
}
