using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Triage;

/// <summary>The pile that is to be sorted, as its editors see it.</summary>
public sealed class SortingTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Sort_ShowsTheWayToTheMostUrgent_OnlyWhereAnotherIsShown()
    {
        var green = await _app.AskedAsync();
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);
        async Task<bool> HasWayAsync(string page) => (await sorter.PageAsync($"/admin/sporsmal/sortering{page}")).Document.QuerySelector("#venter a[href='/admin/sporsmal/sortering']") is not null;
        Assert.False(await HasWayAsync(""));

        var red = await _app.AskedAsync("Jeg vil ikke leve lenger");

        var ways = new List<bool>();
        foreach (var page in new[] { "", $"/{red}", $"/{green}", $"?etter={red}" })
        {
            ways.Add(await HasWayAsync(page));
        }

        Assert.Equal([false, false, true, true], ways);
    }

    public void Dispose() => _app.Dispose();
}
