using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Answering;

/// <summary>The button that keeps a draft keeps the answer; what belongs to another step stays on the page.</summary>
public sealed class KeepingTests : IDisposable
{
    private const string Request = "Hvor lenge har det vart?";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Keep_TheAnswerAlone_LeadsBackToThePage()
    {
        var (id, expert) = await BeginAsync();

        var kept = await expert.FillInAsync($"/admin/sporsmal/{id}", null, ("Kort", "Et utkast"), ("Steg", "lagre"));

        Assert.Equal($"/admin/sporsmal/{id}?gjort=lagret", kept.Response.Headers.Location!.OriginalString);
        Assert.Equal("Utkastet er lagret.", (await expert.PageAsync(kept.Response.Headers.Location.OriginalString)).TextOf(".flash"));
    }

    [Fact]
    public async Task Keep_WithARequestHalfWritten_LeavesItOnThePage_AndItCanBeSent()
    {
        var (id, expert) = await BeginAsync();
        var path = $"/admin/sporsmal/{id}";

        var kept = await expert.FillInAsync(path, null, ("Kort", "Et utkast"), ("Mer", Request), ("IkkeMetode", "true"), ("Steg", "lagre"));
        var sent = await expert.PostFormAsync(path, new Dictionary<string, string>(kept.Form(path), StringComparer.Ordinal) { ["Steg"] = "mer" });

        Assert.Equal((HttpStatusCode.OK, "Utkastet er lagret."), (kept.Status, kept.TextOf(".flash")));
        Assert.Equal(["Et utkast", Request], [kept.TextOf("#Kort"), kept.TextOf("#Mer")]);
        Assert.NotNull(kept.Document.QuerySelector("details[open] #Mer"));
        Assert.NotNull(kept.Document.QuerySelector("input[name=IkkeMetode][checked]"));
        Assert.Null(kept.Document.QuerySelector("input[name=SvarerPa][checked]"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.Equal(QuestionState.NeedsMore, (await _app.QuestionAsync(id)).State);
    }

    [Fact]
    public async Task Part_WithARequestHalfWritten_LeavesItOnThePage_WithoutTheOther()
    {
        var (id, expert) = await BeginAsync("Hvorfor er jeg trøtt hele tiden?");

        var parted = await expert.FillInAsync($"/admin/sporsmal/{id}", null, ("Kort", "Et utkast"), ("Mer", Request), ("Skill", $"{(await JoinedAsync(id)).Id}"));

        Assert.Equal((HttpStatusCode.OK, Request), (parted.Status, parted.TextOf("#Mer")));
        Assert.Null(parted.Document.QuerySelector("#sammen-med"));
        Assert.Equal(0, (await _app.QuestionAsync(id)).JoinedCount);
    }

    public void Dispose() => _app.Dispose();

    private async Task<(Guid Id, HttpClient Expert)> BeginAsync(string? joined = null)
    {
        var id = await _app.QueuedAsync();
        if (joined is not null)
        {
            await _app.JoinAsync(await _app.AskedAsync(joined), id);
        }

        var expert = await _app.SignInAsync(await _app.ExpertAsync());
        await expert.FillInAsync("/admin/sporsmal", null);
        return (id, expert);
    }

    private Task<Question> JoinedAsync(Guid head) => _app.InDatabaseAsync(db => db.Questions.AsNoTracking().SingleAsync(question => question.HeadId == head));
}
