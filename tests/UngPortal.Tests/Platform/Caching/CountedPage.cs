using Microsoft.AspNetCore.Http;
using UngPortal.Platform.Caching;

namespace UngPortal.Tests.Platform.Caching;

/// <summary>A page that counts its renderings, fails on demand and can be held up.</summary>
internal sealed class CountedPage
{
    private int _renders;

    public int Renders => _renders;

    public bool Fails { get; set; }

    public int Status { get; set; } = 200;

    public Task Gate { get; set; } = Task.CompletedTask;

    public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Words { get; set; } = "";

    /// <summary>Waits until so many renderings have begun.</summary>
    public async Task RendersAsync(int count)
    {
        while (Volatile.Read(ref _renders) < count)
        {
            await Task.Delay(5);
        }
    }

    public async Task WriteAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _renders);
        var words = Words;
        context.CacheTag("page");
        Started.TrySetResult();
        await Gate;
        if (Fails)
        {
            throw new InvalidOperationException("the database is away");
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($"<p>rendering {number} {words}</p>{string.Concat(Enumerable.Repeat("<p>the same again</p>", 200))}");
    }

    /// <summary>The number in a page's first words.</summary>
    public static string First(string html) => html[..html.IndexOf("</p>", StringComparison.Ordinal)];
}
