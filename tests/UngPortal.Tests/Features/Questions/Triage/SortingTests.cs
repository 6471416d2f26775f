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

    [Theory]
    [InlineData("")]
    [InlineData(" Jeg vil ikke leve lenger.")]
    public async Task Sort_OfWhatHasNoTopic_SuggestsThoseOfAnAnswerLikeIt(string more)
    {
        _app.Services.WaitForSearchIndex();
        var id = await _app.AskedAsync($"Jentene i klassen har en gruppechat hvor alle er med bortsett fra meg, og når jeg setter meg hos dem blir det stille. Jeg gruer meg til mandag.{more}", topic: null);
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);

        var form = (await sorter.PageAsync($"/admin/sporsmal/sortering/{id}")).Document;

        Assert.Contains(form.QuerySelectorAll("input[name=Tema][checked]"), box => box.GetAttribute("value") == "mobbing");
        Assert.NotNull(form.QuerySelector("#Rolle option[selected][value]:not([value=''])"));
    }

    public void Dispose() => _app.Dispose();
}
