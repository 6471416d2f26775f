using System.Threading.Channels;

namespace UngPortal.Platform.Caching;

/// <summary>Compresses pages that are asked for again as well as brotli can, one at a time in the background.</summary>
internal sealed class PageRecompression(TimeProvider time) : BackgroundService
{
    private static readonly long WorthIt = TimeSpan.FromHours(1).Ticks;
    private readonly Channel<PageEntry> _waiting = Channel.CreateBounded<PageEntry>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Queues a page; one that expires within the hour isn't worth the work.</summary>
    public void Ask(PageEntry entry)
    {
        if (entry.ExpiresAt - time.GetUtcNow().UtcTicks > WorthIt)
        {
            _waiting.Writer.TryWrite(entry);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var entry in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            if (!entry.IsEvicted)
            {
                entry.CompressBest();
            }
        }
    }
}
