using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Platform.Audit;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Asking;

/// <summary>Many ask at the same moment, so that their writes share commits: each is kept by itself, or not at all.</summary>
public sealed class SharedCommitTests
{
    private const int Askers = 40;

    [Fact]
    public async Task Post_OfManyAtOnce_KeepsEachOnce_UnderItsOwnCode()
    {
        using var app = new FaultySite();
        var forms = await FormsAsync(app);

        var answers = await SendAllAsync(app, [.. forms, .. forms]);

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.Found, QuestionVisits.ReceiptPath), (answer.Status, answer.Response.Headers.Location?.OriginalString)));
        await AssertEachOnceAsync(app, forms);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(30)]
    [InlineData(61)]
    public async Task V2_3_3_Post_OfManyAtOnce_WhenAWriteFails_CostsNobodyElseAnything(int failsAt)
    {
        using var app = new FaultySite();
        var forms = await FormsAsync(app);
        app.Writes.FailsAt = failsAt;

        var answers = await SendAllAsync(app, forms);
        app.Writes.FailsAt = 0;
        var kept = await app.InDatabaseAsync(db => db.Questions.CountAsync());
        await SendAllAsync(app, forms);

        Assert.InRange(answers.Count(answer => answer.Status == HttpStatusCode.ServiceUnavailable), 0, 1);
        Assert.Equal(answers.Count(answer => answer.Status == HttpStatusCode.Found), kept);
        await AssertEachOnceAsync(app, forms);
    }

    [Fact]
    public async Task V2_3_3_Post_OfManyAtOnce_WhenACommitsAnswerIsLost_IsOneQuestionEach()
    {
        using var app = new FaultySite();
        var forms = await FormsAsync(app);
        app.Commits.LoseNext();

        await SendAllAsync(app, forms);
        var again = await SendAllAsync(app, forms);

        Assert.All(again, answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
        await AssertEachOnceAsync(app, forms);
    }

    private static async Task<List<Dictionary<string, string>>> FormsAsync(PortalApp app)
    {
        app.With("Questions:AsksPerTenMinutes", "100000");
        var forms = new List<Dictionary<string, string>>();
        using var visitor = app.CreateVisitor();
        for (var i = 0; i < Askers; i++)
        {
            forms.Add(await app.BeginAskAsync(visitor, $"Hva gjør jeg nå, spørsmål {i}?"));
        }

        return forms;
    }

    /// <summary>Each in a browser of its own.</summary>
    private static async Task<HtmlPage[]> SendAllAsync(PortalApp app, IEnumerable<Dictionary<string, string>> forms)
    {
        using var begun = new SemaphoreSlim(0);
        var sending = forms.Select(form => Task.Run(async () =>
        {
            using var visitor = app.CreateVisitor();
            var fields = new Dictionary<string, string>((await visitor.VisitAsync(QuestionVisits.AskPath)).Form(QuestionVisits.AskPath)) { ["Nokkel"] = form["Nokkel"], ["Sett"] = "true" };
            foreach (var (name, value) in form.Where(pair => !pair.Key.StartsWith("__", StringComparison.Ordinal)))
            {
                fields[name] = value;
            }

            await begun.WaitAsync();
            return await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        })).ToList();
        begun.Release(sending.Count);
        return await Task.WhenAll(sending);
    }

    private static async Task AssertEachOnceAsync(PortalApp app, List<Dictionary<string, string>> forms)
    {
        var questions = await app.InDatabaseAsync(db => db.Questions.AsNoTracking().ToListAsync());
        Assert.Equal(forms.Count, questions.Count);
        Assert.Equal(forms.Count, questions.Select(question => question.ThreadId).Distinct().Count());
        Assert.Equal(
            questions.Select(question => Question.SubjectOf(question.Id)).Order(StringComparer.Ordinal),
            (await app.InDatabaseAsync(db => db.AuditEntries.Where(entry => entry.Action == "question-received").Select(entry => entry.Subject).ToListAsync())).Order(StringComparer.Ordinal));
    }
}
