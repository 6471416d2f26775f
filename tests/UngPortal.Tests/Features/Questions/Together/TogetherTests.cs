using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Together;

/// <summary>Two who ask the same, from the sorting page to both codes. Source: product/questions.md, "The desk".</summary>
public sealed class TogetherTests : IDisposable
{
    private const string First = "Hvorfor blir jeg så trøtt etter skolen hver eneste dag om vinteren?";
    private const string Second = "Hei! Hvorfor blir jeg så trøtt etter skolen hver eneste dag om vinteren nå?";
    private const string Other = "Er det vanlig å svette mye under armene før en prøve på skolen?";
    private const string Sorting = "/admin/sporsmal/sortering";

    private static readonly (string Name, string? Value)[] Good =
    [
        ("Hilsen", "Hei! Så bra at du spør om dette."), ("Kort", "Lyset er borte, og kroppen tror at det er natt."),
        ("Forklaring", string.Concat(Enumerable.Repeat("Kroppen vokser mens du sover, og hodet rydder i dagen. ", 12))),
        ("Gjor", "- Gå en tur mens det er lyst."), ("Avslutning", "Sov godt!"), ("SvarerPa", "true"), ("IkkeDiagnose", "true"), ("IkkeMetode", "true"),
    ];

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Sort_ShowsTheLikely_AndOneAnswerReachesBothCodes_OnlyTheHeadMayBecomePublic()
    {
        var (headCode, head) = await AskAsync(First);
        await AskAsync(Other);
        var (code, joined) = await AskAsync(Second);
        await QueueAsync(head);
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);
        var page = await sorter.PageAsync($"{Sorting}/{joined}");

        var merged = await sorter.FillInAsync($"{Sorting}/{joined}", null, ("Tilfoy", "sovn"), ("Sammen", $"{head}"));

        Assert.Equal(First, page.TextOf($"#lik-{head}"));
        Assert.Equal("bekreft", page.Document.QuerySelector("main form button")!.GetAttribute("value"));
        Assert.DoesNotContain(Other, page.Text, StringComparison.Ordinal);
        Assert.Contains("Søvn", page.TextOf(".accordion .staff-box .meta"), StringComparison.Ordinal);
        Assert.EndsWith("har ventet 1 time", page.TextOf(".accordion .staff-box .meta"), StringComparison.Ordinal);
        Assert.EndsWith($"&gjort=sammen&sporsmal={joined}", merged.Response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal((QuestionState.Joined, head), ((await _app.QuestionAsync(joined)).State, (await _app.QuestionAsync(joined)).HeadId));
        Assert.Contains($"question-joined Received → Joined: {head:N} Green", await _app.AuditOfAsync(Question.SubjectOf(joined)));

        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);
        Assert.Contains(Second, (await expert.PageAsync($"/admin/sporsmal/{head}")).Text, StringComparison.Ordinal);
        await SendAsync(expert, head);

        foreach (var (one, text) in new[] { (headCode, First), (code, Second) })
        {
            var read = await _app.ReadAsync(one);
            Assert.Contains("Lyset er borte", read.Text, StringComparison.Ordinal);
            Assert.Contains(text, read.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(First, (await _app.ReadAsync(code)).Text, StringComparison.Ordinal);
        Assert.Equal((QuestionState.PublishReview, QuestionState.AnsweredPrivately), ((await _app.QuestionAsync(head)).State, (await _app.QuestionAsync(joined)).State));
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.Questions.CountAsync(question => question.OrganisationId != null)));
        using var chief = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        Assert.Contains("(til 2 som spurte)", (await chief.PageAsync("/admin/sporsmal/avtaler")).Text, StringComparison.Ordinal);
        using var asker = await _app.OpenAsync(code);
        await asker.DoAsync("folg", ("Oppfolging", "Men hvor lang skal turen være da?"));
        Assert.Equal((QuestionState.Queued, DeskRows.Nurse), await _app.InDatabaseAsync(async db => await db.Questions.Where(question => question.Number == 1).Select(question => ValueTuple.Create(question.State, question.Role!)).SingleAsync()));
    }

    [Fact]
    public async Task Withdraw_TheHead_FreesTheOther_AndNeverTouchesItsText()
    {
        var (headCode, head) = await AskAsync(First);
        var (code, joined) = await AskAsync(Second);
        await QueueAsync(head);
        await _app.JoinAsync(joined, head);
        using var asker = await _app.OpenAsync(headCode);

        await asker.DoAsync("trekk");

        var freed = await _app.QuestionAsync(joined);
        Assert.Equal((QuestionState.Received, null), (freed.State, freed.HeadId));
        Assert.Equal(["question-received Received Green", "question-freed Joined → Received"], await _app.AuditOfAsync(Question.SubjectOf(joined)));
        Assert.Contains(Second, (await _app.ReadAsync(code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_TheJoined_LeavesTheHeadToBeAnswered()
    {
        var (headCode, head) = await AskAsync(First);
        var (code, joined) = await AskAsync(Second);
        await QueueAsync(head);
        await _app.JoinAsync(joined, head);
        using var asker = await _app.OpenAsync(code);

        await asker.DoAsync("trekk");

        Assert.Equal((QuestionState.Withdrawn, QuestionState.Queued, 0), ((await _app.QuestionAsync(joined)).State, (await _app.QuestionAsync(head)).State, (await _app.QuestionAsync(head)).JoinedCount));
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);
        await SendAsync(expert, head);
        Assert.Contains("Lyset er borte", (await _app.ReadAsync(headCode)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskForMore_AsksTheHeadOnly()
    {
        var (headCode, head) = await AskAsync(First);
        var (code, joined) = await AskAsync(Second);
        await QueueAsync(head);
        await _app.JoinAsync(joined, head);
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);

        await expert.FillInAsync($"/admin/sporsmal/{head}", null, ("Steg", "mer"), ("Mer", "Når legger du deg om kvelden?"));

        Assert.Contains("Når legger du deg", (await _app.ReadAsync(headCode)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Når legger du deg", (await _app.ReadAsync(code)).Text, StringComparison.Ordinal);
        Assert.Equal(QuestionState.Received, (await _app.QuestionAsync(joined)).State);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Part_OnTheSortingOrTheAnswersPage_PutsItBack_AndKeepsTheDraft(bool isSorter)
    {
        var (_, head) = await AskAsync(First);
        var (_, joined) = await AskAsync(Second);
        await QueueAsync(head);
        await _app.JoinAsync(joined, head);
        using var person = isSorter ? await _app.SignInAsAsync(StaffRole.TriageEditor) : await _app.SignInAsync(await _app.ExpertAsync());
        if (!isSorter)
        {
            await person.FillInAsync("/admin/sporsmal", null);
        }

        var path = isSorter ? $"{Sorting}/{joined}" : $"/admin/sporsmal/{head}";
        var answer = await person.FillInAsync(path, path, [("Skill", $"{joined}"), .. isSorter ? Array.Empty<(string, string?)>() : [("Kort", "Et utkast")]]);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        Assert.Equal((QuestionState.Received, 0), ((await _app.QuestionAsync(joined)).State, (await _app.QuestionAsync(head)).JoinedCount));
        Assert.Contains("question-parted Joined → Received", await _app.AuditOfAsync(Question.SubjectOf(joined)));
        Assert.True(isSorter || (await person.PageAsync(path)).TextOf("#Kort") == "Et utkast");
    }

    [Fact]
    public async Task Correct_TheHeadsAnswer_ReachesBoth_AndTheJoinedHasNoCorrectionOfItsOwn()
    {
        var (headCode, head) = await AskAsync(First);
        var (code, joined) = await AskAsync(Second);
        await QueueAsync(head);
        await _app.JoinAsync(joined, head);
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);
        await SendAsync(expert, head);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        var led = await editor.PageAsync($"/admin/sporsmal/{joined}/rett");
        var done = await editor.FillInAsync($"/admin/sporsmal/{head}/rett", null, ("Kort", "Det er mørketida."), ("Endring", "Vi var upresise."), ("SvarerPa", "true"), ("IkkeDiagnose", "true"), ("IkkeMetode", "true"), ("Steg", "rett"));

        Assert.Equal($"/admin/sporsmal/{head}/rett", led.Response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        foreach (var one in new[] { headCode, code })
        {
            var read = await _app.ReadAsync(one);
            Assert.Contains("Det er mørketida.", read.Text, StringComparison.Ordinal);
            Assert.Contains("Vi var upresise.", read.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Answer_WhereOneOfThePairIsSensitive_IsReadByASecondPerson()
    {
        var (_, head) = await AskAsync(First);
        await QueueAsync(head);
        var joined = await _app.AskedAsync(Second, topic: "selvskading");
        await _app.JoinAsync(joined, head);
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);

        await expert.FillInAsync($"/admin/sporsmal/{head}", null, [.. Good, ("Steg", "send")]);

        Assert.Equal((QuestionState.InReview, ReviewReason.SensitiveTopic), ((await _app.QuestionAsync(head)).State, (await _app.QuestionAsync(head)).NeedsReviewFor));
        using var reader = await _app.SignInAsAsync(StaffRole.ExpertReviewer);
        Assert.Equal(HttpStatusCode.OK, (await reader.PageAsync($"/admin/avverging/ny?sporsmal={joined}")).Status);
    }

    [Fact]
    public async Task Hold_OneThatHasJoined_LeavesTheHeadInTheQueue()
    {
        var (_, head) = await AskAsync(First);
        await QueueAsync(head);
        var joined = await _app.AskedAsync(Second);
        await _app.JoinAsync(joined, head);
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);

        await sorter.FillInAsync($"{Sorting}/{joined}", null, ("Steg", "vern"));

        Assert.Equal(QuestionState.SafeguardingHold, (await _app.QuestionAsync(joined)).State);
        Assert.Equal((QuestionState.Queued, 0), ((await _app.QuestionAsync(head)).State, (await _app.QuestionAsync(head)).JoinedCount));
    }

    [Fact]
    public async Task Join_WhatYoungAnswerersAnswer_IsRefused()
    {
        var (head, joined) = (await _app.QueuedAsync(role: AnsweringRole.YouthKey, text: First), await _app.AskedAsync(Second));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _app.JoinAsync(joined, head));
    }

    [Fact]
    public async Task Send_WhereOneOfThePairWantsNothingPublic_IsForTheAskersOnly()
    {
        var (_, head) = await AskAsync(First);
        await QueueAsync(head);
        await _app.JoinAsync(await _app.AskedAsync(Second, mayPublish: false), head);
        using var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);

        await SendAsync(expert, head);

        Assert.Equal(QuestionState.AnsweredPrivately, (await _app.QuestionAsync(head)).State);
    }

    public void Dispose() => _app.Dispose();

    private async Task<(string Code, Guid Id)> AskAsync(string text)
    {
        var code = await _app.AskAsync(text);
        var thread = await _app.ThreadOfAsync(code);
        return (code, await _app.InDatabaseAsync(db => db.Questions.Where(question => question.ThreadId == thread).Select(question => question.Id).SingleAsync()));
    }

    private Task<int> QueueAsync(Guid id) => _app.ChangeAsync(id, question =>
    {
        question.Triage(Severity.Green, ["sovn"], 1, _app.Clock.GetUtcNow().UtcDateTime);
        question.QueueFor(DeskRows.Nurse);
    });

    /// <summary>Sends the answer, and lets it be read by a second person where it was drawn for that.</summary>
    private async Task SendAsync(HttpClient expert, Guid id)
    {
        var sent = await expert.FillInAsync($"/admin/sporsmal/{id}", null, [.. Good, ("Steg", "send")]);
        Assert.True(sent.Status == HttpStatusCode.Found, sent.TextOf(".error-summary"));
        if ((await _app.QuestionAsync(id)).State == QuestionState.InReview)
        {
            using var reader = await _app.SignInAsAsync(StaffRole.ExpertReviewer);
            await reader.FillInAsync($"/admin/sporsmal/{id}/les", null, ("Steg", "godkjenn"));
        }
    }
}
