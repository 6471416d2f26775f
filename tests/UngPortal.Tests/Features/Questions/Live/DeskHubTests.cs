using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Accounts;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Live;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Live;

/// <summary>What open desk pages are told, who is told, and until when.</summary>
public sealed class DeskHubTests : IDisposable
{
    private const string Desk = """{"type":1,"target":"changed","arguments":["desk",null]}""";
    private const string Secret = "Jeg heter Kari Nordmann og bor i Eksempelgata 3. Hvor lenge bør jeg sove?";

    private readonly PortalApp _app = new PortalApp().WithoutWorkers();

    [Fact]
    public async Task Connect_AsAnOutsider_IsRefusedLikeThePages()
    {
        Assert.Contains("401", (await Assert.ThrowsAsync<InvalidOperationException>(() => DeskSocket.JoinAsync(_app, cookie: null))).Message, StringComparison.Ordinal);
        foreach (var role in new[] { StaffRole.PlatformAdmin, StaffRole.OrganisationAdmin, StaffRole.Clinician })
        {
            Assert.Contains("403", (await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(role))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Connect_FromAnotherSitesPage_IsRefused()
    {
        var cookie = await _app.BeginSessionAsync(await _app.HireAsync(roles: StaffRole.TriageEditor));

        Assert.Contains("403", (await Assert.ThrowsAsync<InvalidOperationException>(() => DeskSocket.JoinAsync(_app, cookie, origin: "https://ond.invalid"))).Message, StringComparison.Ordinal);
        (await DeskSocket.JoinAsync(_app, cookie, origin: "https://localhost")).Dispose();
    }

    [Fact]
    public async Task Change_ThatIsCommitted_IsToldWithoutAWordOfIt()
    {
        using var sorter = await OpenAsync(StaffRole.TriageEditor);

        var id = await _app.AskedAsync(Secret);
        await _app.DeliverOutboxAsync();
        await sorter.HearsAsync(Desk);

        using var watching = await OpenAsync(StaffRole.TriageEditor, id);
        await _app.ChangeAsync(id, question => question.HoldForSafeguarding(Now));
        await _app.DeliverOutboxAsync();
        await watching.HearsAsync(Desk, Question(id));
        await sorter.HearsAsync(Desk);
    }

    [Fact]
    public async Task Save_ThatFails_TellsNothing()
    {
        var (first, second) = (await _app.AskedAsync(), await _app.AskedAsync());
        await _app.DeliverOutboxAsync();
        using var officer = await OpenAsync(StaffRole.SafeguardingOfficer, first);
        using var other = await OpenAsync(StaffRole.SafeguardingOfficer, second);
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var stale = await db.Questions.SingleAsync(question => question.Id == first);
        await _app.InDatabaseAsync(theirs => theirs.Questions.Where(question => question.Id == first).ExecuteUpdateAsync(row => row.SetProperty(question => question.Version, 9)));

        stale.HoldForSafeguarding(Now);
        Assert.False(await db.TrySaveAsync(CancellationToken.None));
        Assert.Equal(0, await _app.DeliverOutboxAsync());

        await _app.ChangeAsync(second, question => question.HoldForSafeguarding(Now));
        await _app.DeliverOutboxAsync();
        await officer.HearsAsync(Desk);
        await other.HearsAsync(Desk, Question(second));
    }

    [Fact]
    public async Task Question_IsToldOf_OnlyToThoseWhoMayReadIt()
    {
        var expert = await _app.ExpertAsync();
        var (id, other) = (await _app.ClaimedAsync(expert), await _app.QueuedAsync());
        using var owner = await DeskSocket.JoinAsync(_app, await _app.BeginSessionAsync(expert), id);
        using var curious = await OpenAsync(StaffRole.Expert, id);
        using var editor = await OpenAsync(StaffRole.Editor, id);
        await _app.DeliverOutboxAsync();
        await owner.HearsAsync(Desk, Question(id));

        await _app.ChangeAsync(id, question => question.LetGo());
        await _app.DeliverOutboxAsync();
        await owner.HearsAsync(Desk, Question(id));
        await _app.ChangeAsync(other, question => question.HoldForSafeguarding(Now));
        await _app.DeliverOutboxAsync();

        await curious.HearsAsync(Desk, Desk, Desk);
        await editor.HearsAsync(Desk, Desk, Desk);
    }

    [Theory]
    [InlineData("signed-out")]
    [InlineData("locked-out")]
    [InlineData("role-taken")]
    [InlineData("away")]
    public async Task Connection_OfSomebodyWhoIsOut_IsClosed(string why)
    {
        var person = await _app.HireAsync(roles: StaffRole.TriageEditor);
        using var socket = await DeskSocket.JoinAsync(_app, await _app.BeginSessionAsync(person));
        var leaving = _app.Services.GetRequiredService<DeskLeaving>();
        await leaving.RunAsync(CancellationToken.None);
        await _app.AskedAsync();
        await _app.DeliverOutboxAsync();
        await socket.HearsAsync(Desk);

        _ = why switch
        {
            "signed-out" => await _app.InDatabaseAsync(db => db.StaffSessions.ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, Now))),
            "locked-out" => await _app.InDatabaseAsync(db => db.Staff.Where(member => member.Id == person).ExecuteUpdateAsync(row => row.SetProperty(member => member.DisabledAt, Now))),
            "role-taken" => await _app.InDatabaseAsync(db => db.Set<UngPortal.Features.Organisations.Membership>().Where(seat => seat.StaffId == person).ExecuteUpdateAsync(row => row.SetProperty(seat => seat.EndedAt, Now))),
            _ => 0,
        };
        _app.Clock.Advance(why == "away" ? StaffSession.IdleMost + TimeSpan.FromMinutes(1) : TimeSpan.Zero);
        await leaving.RunAsync(CancellationToken.None);

        Assert.Null(await socket.NextAsync());
    }

    [Fact]
    public async Task Hub_TakesNoCallsAndNoLongMessages()
    {
        using var socket = await OpenAsync(StaffRole.TriageEditor);
        await socket.SendAsync("""{"type":1,"target":"OnConnectedAsync","invocationId":"1","arguments":[]}""");
        Assert.Contains("\"error\"", await socket.NextAsync(), StringComparison.Ordinal);

        await socket.SendAsync(new string('a', 5_000));
        Assert.NotEqual(Desk, await socket.NextAsync());
        Assert.Null(await socket.NextAsync());
    }

    [Fact]
    public async Task Person_WithTooManyPagesOpen_IsRefusedOneMore()
    {
        var cookie = await _app.BeginSessionAsync(await _app.HireAsync(roles: StaffRole.TriageEditor));
        var open = new List<DeskSocket>();
        for (var at = 0; at < DeskConnections.MostOfOne; at++)
        {
            open.Add(await DeskSocket.JoinAsync(_app, cookie));
        }

        using var more = await DeskSocket.OpenAsync(_app, cookie);
        Assert.Null(await more.NextAsync());
        Assert.Equal(DeskConnections.MostOfOne, _app.Services.GetRequiredService<DeskConnections>().Count);
        open.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Change_AtAnotherNode_IsToldAtEach()
    {
        using var database = TestDatabase.FromTemplate();
        using var first = new SharedApp(database).WithoutWorkers();
        using var second = new SharedApp(database, isSecond: true).WithoutWorkers();
        var person = await first.HireAsync(roles: StaffRole.TriageEditor);
        using var here = await DeskSocket.JoinAsync(first, await first.BeginSessionAsync(person));
        using var there = await DeskSocket.JoinAsync(second, await second.BeginSessionAsync(person));

        await first.AskedAsync();
        await first.DeliverOutboxAsync();
        await second.DeliverOutboxAsync();

        await here.HearsAsync(Desk);
        await there.HearsAsync(Desk);
    }

    /// <summary>The published client of the protocol, as pages use it.</summary>
    [Fact]
    public async Task Client_OfTheProtocol_HearsKindAndId()
    {
        var id = await _app.AskedAsync();
        var (name, value) = await _app.BeginSessionAsync(await _app.HireAsync(roles: StaffRole.TriageEditor));
        await using var hub = new HubConnectionBuilder().WithUrl($"https://localhost{DeskHub.Path}?{DeskHub.QuestionQuery}={id}", Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets, options =>
        {
            options.SkipNegotiation = true;
            options.WebSocketFactory = async (context, stop) =>
            {
                var sockets = _app.Server.CreateWebSocketClient();
                sockets.ConfigureRequest = request => request.Headers.Cookie = $"{name}={value}";
                return await sockets.ConnectAsync(context.Uri, stop);
            };
        }).Build();
        var (joined, heard) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource<Guid?>(TaskCreationOptions.RunContinuationsAsynchronously));
        hub.On<string, Guid?>(DeskHub.Changed, (kind, question) => _ = kind switch
        {
            DeskHub.JoinedKind => joined.TrySetResult(),
            DeskHub.QuestionKind => heard.TrySetResult(question),
            _ => false,
        });
        await hub.StartAsync();
        await joined.Task.WaitAsync(TimeSpan.FromSeconds(60));

        await _app.DeliverOutboxAsync();

        Assert.Equal(id, await heard.Task.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    public void Dispose() => _app.Dispose();

    private static string Question(Guid id) => $$"""{"type":1,"target":"changed","arguments":["question","{{id}}"]}""";

    private DateTime Now => _app.Clock.GetUtcNow().UtcDateTime;

    private async Task<DeskSocket> OpenAsync(StaffRole role, Guid? question = null) => await DeskSocket.JoinAsync(_app, await _app.BeginSessionAsync(await _app.HireAsync(roles: role)), question);
}
