using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Live;

/// <summary>No change of a question is forgotten, whoever makes it; and pages that read by themselves keep no session open.</summary>
public sealed class QuestionWatchTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().WithoutWorkers();

    public static TheoryData<string, bool> Verbs => new()
    {
        { "let-go", true }, { "held", true }, { "rerouted", true }, { "declined", true }, { "withdrawn", true }, { "submitted", true }, { "told", true }, { "renewed", false }, { "seen", false },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Save_OfWhatTheDeskShows_AnnouncesIt(string verb, bool isShown)
    {
        var expert = await _app.ExpertAsync();
        var id = await _app.ClaimedAsync(expert);
        var before = await CountAsync(id);
        var now = _app.Clock.GetUtcNow().UtcDateTime;

        await _app.ChangeAsync(id, verb switch
        {
            "let-go" => question => question.LetGo(),
            "held" => question => question.HoldForSafeguarding(now),
            "rerouted" => question => question.Reroute(),
            "declined" => question => question.Decline(DeclineReason.NotAQuestion, now),
            "withdrawn" => question => question.Withdraw(now),
            "submitted" => question => question.Submit(expert, null, now),
            "told" => question => question.NoteTold(AlertStage.Overdue),
            "renewed" => question => question.Renew(expert, now.AddMinutes(1)),
            _ => question => question.NoteSeen(now),
        });

        Assert.Equal(before + (isShown ? 1 : 0), await CountAsync(id));
    }

    [Fact]
    public async Task Page_ThatReadsByItself_KeepsNoSessionOpen()
    {
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);
        await sorter.PageAsync("/admin/sporsmal");
        _app.Clock.Advance(StaffSession.IdleMost - TimeSpan.FromMinutes(2));
        using var reading = new HttpRequestMessage(HttpMethod.Get, "/admin/sporsmal");
        reading.Headers.Add(BackgroundRequest.Header, "1");
        Assert.True((await sorter.SendAsync(reading)).IsSuccessStatusCode);

        _app.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(System.Net.HttpStatusCode.Found, (await sorter.GetAsync(new Uri("/admin/sporsmal", UriKind.Relative))).StatusCode);
    }

    public void Dispose() => _app.Dispose();

    private Task<int> CountAsync(Guid id) => _app.InDatabaseAsync(db => db.Outbox.CountAsync(row => row.Kind == QuestionChanged.Kind && row.Key == id.ToString("N")));
}
