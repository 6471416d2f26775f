using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Together;

/// <summary>What is Red waits with nothing that is not, and what is held stands beside nothing.</summary>
public sealed class RedTogetherTests : IDisposable
{
    private const string Text = "Hvordan kan jeg få bedre kondisjon til fotballcupen i juni, og hva bør jeg trene på hjemme?";
    private const string Sorting = "/admin/sporsmal/sortering";

    private readonly PortalApp _app = new();

    [Theory]
    [InlineData(Severity.Yellow, true, "ikke vente")]
    [InlineData(Severity.Red, false, "Kryss av")]
    public async Task Join_OfWhatIsRed_IsRefused_AndSaysWhy(Severity other, bool isTicked, string told)
    {
        var (id, head) = (await RedAsync(), await _app.QueuedAsync(other, text: Text));
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);

        var answer = await sorter.FillInAsync($"{Sorting}/{id}", null, ("Sammen", $"{head}"), ("RodSammen", isTicked ? "true" : null));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.TextOf("#RodSammen-feil"), StringComparison.Ordinal);
        Assert.Equal((QuestionState.Rerouted, 0), ((await _app.QuestionAsync(id)).State, (await _app.QuestionAsync(head)).JoinedCount));
    }

    [Fact]
    public async Task Join_OfTwoRedOnes_ByChoice_IsDone_AndCountsOnceWhenLate()
    {
        var (id, head) = (await RedAsync(), await _app.QueuedAsync(Severity.Red, text: Text));
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);

        var answer = await sorter.FillInAsync($"{Sorting}/{id}", null, ("Sammen", $"{head}"), ("RodSammen", "true"));

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(QuestionState.Joined, (await _app.QuestionAsync(id)).State);
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.Services.GetRequiredService<DeskAlerts>().RunAsync(CancellationToken.None);
        Assert.Equal([AlertStage.Overdue], await _app.InDatabaseAsync(db => db.Questions.Where(question => question.Told == AlertStage.Overdue).Select(question => question.Told).ToListAsync()));
    }

    [Fact]
    public async Task Held_IsNeitherShownNorJoined()
    {
        var held = await _app.QueuedAsync(text: Text);
        await _app.ChangeAsync(held, question => question.HoldForSafeguarding(_app.Clock.GetUtcNow().UtcDateTime));
        var id = await _app.AskedAsync(Text);
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);

        var page = await sorter.PageAsync($"{Sorting}/{id}");
        var forced = await sorter.FillInAsync($"{Sorting}/{id}", null, ("Sammen", $"{held}"));

        Assert.Empty(page.TextOf($"#lik-{held}"));
        Assert.EndsWith("gjort=opptatt", forced.Response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(QuestionState.SafeguardingHold, (await _app.QuestionAsync(held)).State);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Sorted as Red once, and back at the sorters.</summary>
    private async Task<Guid> RedAsync()
    {
        var id = await _app.QueuedAsync(Severity.Red, text: Text);
        await _app.ChangeAsync(id, question => question.Reroute());
        return id;
    }
}
