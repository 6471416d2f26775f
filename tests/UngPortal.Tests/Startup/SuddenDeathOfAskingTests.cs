using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Dom;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>The process is killed three times while young people ask and experts write. Source of the rule: quality.md, "kill -9 in the middle of writes".</summary>
public sealed class SuddenDeathOfAskingTests : IDisposable
{
    private const int Times = 3;
    private const int Askers = 4;
    private const int Writers = 2;
    private const int Enough = 8;
    private const int Tries = 6_000;

    private readonly TestDatabase _database = TestDatabase.FromTemplate();

    /// <summary>Each code that a receipt has shown, with what was asked under it.</summary>
    private readonly ConcurrentDictionary<string, string> _receipts = new();

    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _unanswered = new();
    private readonly ConcurrentDictionary<Guid, int> _kept = new();
    private readonly List<(Guid Question, string Cookie)> _desks = [];

    /// <summary>All who ask and try again share one browser's antiforgery cookie.</summary>
    private string? _token;

    [Fact]
    public async Task Kill_WhileSomeAskAndOthersAnswer_KeepsWhatWasAcknowledgedOnce()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        (_database.Settings["Questions:ShortestSeconds"], _database.Settings["Questions:AsksPerTenMinutes"]) = ("0", "100000");
        await SeatWritersAsync();
        for (var time = 1; time <= Times; time++)
        {
            await using var doomed = await RunningSite.StartAsync(_database);
            _token ??= await TokenAsync(doomed);
            var work = Enumerable.Range(1, Askers).Select(asker => AskUntilDeathAsync(doomed, $"Spørsmål {time}-{asker}"))
                .Concat(_desks.Select(desk => WriteUntilDeathAsync(doomed, desk.Question, desk.Cookie))).ToList();
            for (var tries = 0; tries < Tries && (_receipts.Count < time * Enough || _kept.Values.Any(kept => kept < time)); tries++)
            {
                await Task.Delay(20);
            }

            await doomed.KillAsync();
            await Task.WhenAll(work);
        }

        Assert.True(_receipts.Count >= Times * Enough, $"Only {_receipts.Count} receipts were shown.");
        await using var site = await RunningSite.StartAsync(_database);
        foreach (var fields in _unanswered.Values)
        {
            using var visitor = Visitor(site, _token);
            Assert.Equal(QuestionVisits.ReceiptPath, (await visitor.PostFormAsync(QuestionVisits.AskPath, fields)).Response.Headers.Location?.OriginalString);
            _receipts[(await visitor.VisitAsync(QuestionVisits.ReceiptPath)).CodeShown] = fields["Tekst"];
        }

        foreach (var (code, text) in _receipts)
        {
            using var visitor = site.CreateVisitor();
            Assert.Equal(text, await TextUnderAsync(visitor, code));
        }

        Assert.Equal([$"{_receipts.Count + Writers}"], await _database.ReadAsync("SELECT CAST(COUNT(*) AS TEXT) FROM Questions"));
        foreach (var (question, cookie) in _desks)
        {
            using var writer = Visitor(site, cookie);
            var page = await writer.VisitAsync($"/admin/sporsmal/{question}");
            Assert.InRange(NumberIn(page), _kept[question], _kept[question] + 1);
        }

        Assert.Equal(["ok"], await _database.ReadAsync("PRAGMA integrity_check"));
        Assert.Empty(await _database.ReadAsync("PRAGMA foreign_key_check"));
        Assert.Empty(await _database.ReadAsync("SELECT Id FROM Questions q WHERE (SELECT COUNT(*) FROM AuditEntries a WHERE a.Action = 'question-received' AND a.Subject = 'question:' || LOWER(REPLACE(q.Id, '-', ''))) <> 1"));
    }

    public void Dispose() => _database.Dispose();

    /// <summary>Experts with a question in hand and a session that the killed sites will know.</summary>
    private async Task SeatWritersAsync()
    {
        using var app = new SharedApp(_database);
        app.With("Site:SecureCookies", "false");
        app.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        for (var i = 0; i < Writers; i++)
        {
            var expert = await app.ExpertAsync();
            var question = await app.ClaimedAsync(expert);
            var (name, value) = await app.BeginSessionAsync(expert);
            _desks.Add((question, $"{name}={value}"));
            _kept[question] = 0;
        }
    }

    private static async Task<string> TokenAsync(RunningSite site)
    {
        using var visitor = site.CreateVisitor();
        using var form = await visitor.GetAsync(new Uri(QuestionVisits.AskPath, UriKind.Relative));
        return form.Headers.GetValues("Set-Cookie").First(cookie => cookie.StartsWith("skjema=", StringComparison.Ordinal)).Split(';')[0];
    }

    private async Task AskUntilDeathAsync(RunningSite site, string name)
    {
        using var visitor = Visitor(site, _token);
        for (var number = 1; ; number++)
        {
            try
            {
                var form = (await visitor.VisitAsync(QuestionVisits.AskPath)).Form(QuestionVisits.AskPath);
                var fields = new Dictionary<string, string>(form) { ["Tekst"] = $"{name}-{number}: hva gjør jeg?", ["Alder"] = "16", ["Kjonn"] = "Girl", ["Tema"] = "vet-ikke", ["Lest"] = "true", ["Sett"] = "true" };
                _unanswered[fields["Tekst"]] = fields;
                Assert.Equal(HttpStatusCode.Found, (await visitor.PostFormAsync(QuestionVisits.AskPath, fields)).Status);
                var code = (await visitor.VisitAsync(QuestionVisits.ReceiptPath)).CodeShown;
                _receipts[code] = fields["Tekst"];
                _unanswered.TryRemove(fields["Tekst"], out _);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    /// <summary>Saves the draft with one more number each time.</summary>
    private async Task WriteUntilDeathAsync(RunningSite site, Guid question, string cookie)
    {
        using var writer = Visitor(site, cookie);
        var path = $"/admin/sporsmal/{question}";
        while (true)
        {
            try
            {
                var page = await writer.VisitAsync(path);
                var number = Math.Max(NumberIn(page), _kept[question]) + 1;
                var fields = new Dictionary<string, string>(page.Form(path)) { ["Kort"] = $"{number}", ["Steg"] = "lagre" };
                Assert.Equal(HttpStatusCode.Found, (await writer.PostFormAsync(path, fields)).Status);
                _kept[question] = number;
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static int NumberIn(HtmlPage page) => int.TryParse(((IHtmlTextAreaElement)page.Document.QuerySelector("[name=Kort]")!).Value, out var number) ? number : 0;

    private static async Task<string> TextUnderAsync(HttpClient visitor, string code)
    {
        var opened = await visitor.CheckAsync(code);
        Assert.Equal(QuestionVisits.ThreadPath, opened.Response.Headers.Location?.OriginalString);
        return (await visitor.VisitAsync(QuestionVisits.ThreadPath)).TextOf(".asked .as-written");
    }

    /// <summary>A visitor with cookies of its own, or somebody of the staff.</summary>
    private static HttpClient Visitor(RunningSite site, string? cookie = null)
    {
        var cookies = new CookieContainer();
        if (cookie is not null)
        {
            cookies.SetCookies(site.Address, cookie);
        }

        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = site.Address, Timeout = TimeSpan.FromSeconds(60) };
    }
}
