using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Platform.Audit;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Answering;

/// <summary>What the answer page's script keeps meanwhile: by the same form, with a small answer, and never over somebody else's words.</summary>
public sealed class AutosaveTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().WithoutWorkers();

    [Fact]
    public async Task Keep_ByTheScript_AnswersTheVersionAndKeepsTheText()
    {
        var (id, expert, fields) = await BeginAsync();

        var (status, version) = await KeepAsync(expert, id, fields, "Først dette.");
        Assert.Equal(HttpStatusCode.OK, status);
        fields["Versjon"] = $"{version}";
        var (again, next) = await KeepAsync(expert, id, fields, "Først dette. Så dette.");

        Assert.Equal((HttpStatusCode.OK, version + 1), (again, next));
        Assert.Contains("Først dette. Så dette.", (await expert.PageAsync($"/admin/sporsmal/{id}")).TextOf("#Forklaring"), StringComparison.Ordinal);
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "question-drafted" && entry.Subject == Question.SubjectOf(id))));
    }

    [Fact]
    public async Task Keep_ByTheScript_GivesTheHourThatTheButtonGives()
    {
        var (id, expert, fields) = await BeginAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(20));

        await KeepAsync(expert, id, fields, "Litt til.");

        Assert.Equal(_app.Clock.GetUtcNow().UtcDateTime + Question.ClaimLength, (await _app.QuestionAsync(id)).ClaimedUntil);
    }

    [Fact]
    public async Task Keep_OfNothing_BeginsNoDraft()
    {
        var (id, expert, fields) = await BeginAsync();

        var (status, version) = await KeepAsync(expert, id, fields, "");

        Assert.Equal((HttpStatusCode.OK, -1), (status, version));
        Assert.Equal(QuestionState.Claimed, (await _app.QuestionAsync(id)).State);
    }

    [Fact]
    public async Task Keep_AfterAnotherWindowSaved_IsAConflictAndOverwritesNothing()
    {
        var (id, expert, fields) = await BeginAsync();
        await KeepAsync(expert, id, fields, "Det første vinduet.");

        var (status, _) = await KeepAsync(expert, id, fields, "Det andre vinduet.");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Det første vinduet.", (await expert.PageAsync($"/admin/sporsmal/{id}")).TextOf("#Forklaring"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_AfterTheQuestionWentToSomebodyElse_IsRefusedInFewBytes()
    {
        var (id, expert, fields) = await BeginAsync();
        await _app.ChangeAsync(id, question => question.LetGo());

        var (status, _) = await KeepAsync(expert, id, fields, "For sent.");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Null((await _app.QuestionAsync(id)).Answer);
    }

    [Fact]
    public async Task Keep_WithoutTokenOrSession_IsRefused()
    {
        var (id, expert, fields) = await BeginAsync();
        using var visitor = _app.CreateVisitor();
        Assert.Equal(HttpStatusCode.Found, (await SendAsync(visitor, id, fields)).StatusCode);
        fields.Remove("__RequestVerificationToken");

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(expert, id, fields)).StatusCode);
    }

    [Fact]
    public async Task Keep_OfTooMuch_IsRefusedAsTheFormWould()
    {
        var (id, expert, fields) = await BeginAsync();

        var (status, _) = await KeepAsync(expert, id, fields, new string('a', 20_001));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    [Fact]
    public async Task Send_ThatAsksForJson_IsNoAutosave()
    {
        var (id, expert, fields) = await BeginAsync();
        fields["Steg"] = "slipp";

        var answer = await SendAsync(expert, id, fields);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(QuestionState.Queued, (await _app.QuestionAsync(id)).State);
    }

    public void Dispose() => _app.Dispose();

    private async Task<(Guid Id, HttpClient Expert, Dictionary<string, string> Fields)> BeginAsync()
    {
        var id = await _app.QueuedAsync();
        var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);
        var fields = (await expert.PageAsync($"/admin/sporsmal/{id}")).Form($"/admin/sporsmal/{id}");
        return (id, expert, new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["Steg"] = "lagre" });
    }

    private static async Task<(HttpStatusCode Status, int Version)> KeepAsync(HttpClient expert, Guid id, Dictionary<string, string> fields, string text)
    {
        fields["Forklaring"] = text;
        using var answer = await SendAsync(expert, id, fields);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.InRange(body.Length, 1, 50);
        return (answer.StatusCode, JsonDocument.Parse(body).RootElement.GetProperty("versjon").GetInt32());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, Guid id, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/sporsmal/{id}") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await client.SendAsync(request);
    }
}
