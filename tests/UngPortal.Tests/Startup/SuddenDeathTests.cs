using System.Collections.Concurrent;
using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>The process is killed while visitors write. Source of the rule: quality.md, "kill -9 in the middle of writes".</summary>
public sealed class SuddenDeathTests : IDisposable
{
    private const int Times = 3;
    private const int Senders = 4;
    private const int Enough = 20;
    private readonly TestDatabase _database = TestDatabase.FromTemplate();
    private readonly ConcurrentDictionary<string, bool> _acknowledged = new();
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _unanswered = new();
    private readonly CookieContainer _cookies = new();

    [Fact]
    public async Task Kill_WhileVisitorsWrite_KeepsWhatWasAcknowledgedOnce()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        for (var time = 1; time <= Times; time++)
        {
            await using var doomed = await RunningSite.StartAsync(_database);
            var form = await FormAsync(doomed);
            var senders = Enumerable.Range(1, Senders).Select(sender => SendUntilDeathAsync(doomed, form, $"{time}-{sender}")).ToList();
            await WaitUntilAcknowledgedAsync(time * Enough);
            await doomed.KillAsync();
            await Task.WhenAll(senders);
        }

        var before = await RowsAsync();
        Assert.True(_acknowledged.Count >= Times * Enough, $"Only {_acknowledged.Count} were acknowledged.");
        Assert.NotEmpty(_unanswered);
        Assert.Empty(_acknowledged.Keys.Except(before));
        Assert.Empty(before.Except(_acknowledged.Keys.Concat(_unanswered.Keys)));

        await using var site = await RunningSite.StartAsync(_database);
        using var visitor = Visitor(site);
        foreach (var fields in _unanswered.Values)
        {
            Assert.Equal(HttpStatusCode.Found, (await visitor.SendFormAsync(fields)).Status);
        }

        var after = await RowsAsync();
        Assert.Equal(after.Distinct().Count(), after.Count);
        Assert.Equal(_acknowledged.Keys.Concat(_unanswered.Keys).Order(StringComparer.Ordinal), after.Order(StringComparer.Ordinal));
        Assert.Equal(["ok"], await _database.ReadAsync("PRAGMA integrity_check"));
        Assert.Empty(await _database.ReadAsync("PRAGMA foreign_key_check"));
    }

    public void Dispose() => _database.Dispose();

    /// <summary>How fast it goes is the machine's affair: the kill comes when enough is written and the next are on their way.</summary>
    private async Task WaitUntilAcknowledgedAsync(int count)
    {
        for (var tries = 0; tries < 3_000 && _acknowledged.Count < count; tries++)
        {
            await Task.Delay(20);
        }
    }

    private async Task SendUntilDeathAsync(RunningSite site, Dictionary<string, string> form, string name)
    {
        using var visitor = Visitor(site);
        for (var number = 1; ; number++)
        {
            var text = $"{name}-{number}";
            var fields = new Dictionary<string, string>(form) { ["Tekst"] = text, ["Nokkel"] = Guid.NewGuid().ToString() };
            _unanswered[text] = fields;
            try
            {
                Assert.Equal(HttpStatusCode.Found, (await visitor.SendFormAsync(fields)).Status);
            }
            catch (HttpRequestException)
            {
                return;
            }

            _acknowledged[text] = _unanswered.TryRemove(text, out _);
        }
    }

    private async Task<Dictionary<string, string>> FormAsync(RunningSite site)
    {
        using var visitor = Visitor(site);
        return (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/tilbakemelding", UriKind.Relative)))).Form("/tilbakemelding");
    }

    /// <summary>All senders and retries share one browser's cookies.</summary>
    private HttpClient Visitor(RunningSite site) => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = site.Address };

    private Task<IReadOnlyList<string>> RowsAsync() => _database.ReadAsync("SELECT Text FROM Feedback");
}
