using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Averting;
using UngPortal.Features.Questions;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Averting;

/// <summary>A case never loses the question that it is about, however long it took to write why.</summary>
public sealed class CaseCopyTests : IDisposable
{
    private const string New = "/admin/avverging/ny";
    private const string Asked = "KANARI-SPORSMAL noe farlig skal skje";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Open_WhatAColleagueTookMeanwhile_StillHasTheText()
    {
        var (first, second) = (await _app.ExpertAsync(), await _app.ExpertAsync());
        var question = await _app.ClaimedAsync(first, Asked);
        using var expert = await _app.SignInAsync(first);
        var fields = await FieldsAsync(expert, question);
        await TakeAsync(question, second);

        var answer = await expert.PostFormAsync(New, fields);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal(question, await QuestionOfAsync());
        Assert.Contains(Asked, (await expert.VisitAsync(answer.Response.Headers.Location!.OriginalString)).TextOf(".asked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FilledInWronglyAfterIt_KeepsTheQuestionThroughTheNextTry()
    {
        var (first, second) = (await _app.ExpertAsync(), await _app.ExpertAsync());
        var question = await _app.ClaimedAsync(first, Asked);
        using var expert = await _app.SignInAsync(first);
        var fields = await FieldsAsync(expert, question);
        await TakeAsync(question, second);

        var again = await expert.PostFormAsync(New, new Dictionary<string, string>(fields) { ["Grunn"] = "" });
        var answer = await expert.PostFormAsync(New, new Dictionary<string, string>(again.Form(New)) { ["Grunn"] = "Noe" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains(Asked, (await expert.VisitAsync(answer.Response.Headers.Location!.OriginalString)).TextOf(".asked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V8_2_2_Open_WithAnotherPersonsProofOrQuestion_CopiesNothing()
    {
        var (first, second) = (await _app.ExpertAsync(), await _app.ExpertAsync());
        var (question, other) = (await _app.ClaimedAsync(first, Asked), await _app.ClaimedAsync(second, "KANARI-ANNET noe helt annet"));
        using var expert = await _app.SignInAsync(first);
        using var stranger = await _app.SignInAsync(second);
        var fields = await FieldsAsync(expert, question);

        await expert.PostFormAsync(New, new Dictionary<string, string>(fields) { ["Sporsmal"] = $"{other}" });
        var theirs = await stranger.VisitAsync(New);
        await stranger.PostFormAsync(New, new Dictionary<string, string>(theirs.Form(New)) { ["Sporsmal"] = $"{question}", ["Lest"] = fields["Lest"], ["Grunn"] = "Noe" });

        Assert.Equal(2, await _app.InDatabaseAsync(db => db.AvertingCases.CountAsync(one => one.SealedQuestion == null)));
    }

    [Fact]
    public async Task Open_WhatWasWithdrawnMeanwhile_SaysThatTheTextIsGone_AndKeepsTheQuestion()
    {
        var first = await _app.ExpertAsync();
        var question = await _app.ClaimedAsync(first, Asked);
        using var expert = await _app.SignInAsync(first);
        var fields = await FieldsAsync(expert, question);
        await _app.ChangeAsync(question, one => one.Withdraw(_app.Clock.GetUtcNow().UtcDateTime));

        var answer = await expert.PostFormAsync(New, fields);

        Assert.Equal(question, await QuestionOfAsync());
        Assert.Contains("teksten ble slettet før saken ble åpnet", (await expert.VisitAsync(answer.Response.Headers.Location!.OriginalString)).TextOf("main"), StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private static async Task<Dictionary<string, string>> FieldsAsync(HttpClient expert, Guid question) =>
        new((await expert.VisitAsync($"{New}?sporsmal={question}")).Form(New)) { ["Grunn"] = "KANARI-GRUNN" };

    /// <summary>The hour is over and a colleague takes the question.</summary>
    private Task<int> TakeAsync(Guid question, int staffId) => _app.ChangeAsync(question, one => one.Claim(staffId, _app.Clock.GetUtcNow().UtcDateTime + Question.ClaimLength));

    private Task<Guid?> QuestionOfAsync() => _app.InDatabaseAsync(db => db.AvertingCases.Select(one => one.QuestionId).SingleAsync());
}
