using Microsoft.AspNetCore.Builder;
using UngPortal.Tests.Platform;

namespace UngPortal.Tests.Edge;

/// <summary>Kestrel takes the rest of a body that was broken off for the next request; on that one the visitor is gone from its beginning.</summary>
public sealed class GoneVisitorTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task V4_2_1_request_that_nobody_waits_for_reaches_no_page(bool isGone, int expected)
    {
        var reached = 0;
        await using var site = await EdgeSite.StartAsync(app => app.MapPost("/ting", () => Interlocked.Increment(ref reached)));

        try
        {
            await site.Server.SendAsync(context =>
            {
                (context.Request.Method, context.Request.Path) = ("POST", "/ting");
                context.RequestAborted = new CancellationToken(isGone);
            });
        }
        catch (OperationCanceledException)
        {
            // The test server says so where a connection would be closed.
        }

        Assert.Equal(expected, reached);
    }
}
