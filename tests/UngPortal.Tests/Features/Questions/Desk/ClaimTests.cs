using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>What an expert has written is never lost, whatever became of the question meanwhile.</summary>
public sealed class ClaimTests : IDisposable
{
    private const string Written = "Dette har jeg brukt en time på å skrive.";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Keep_AfterTheHour_IsTakenWhileNobodyElseHasTheQuestion()
    {
        var (id, person) = await ClaimAsync();
        using var expert = await _app.SignInAsync(person);
        var fields = (await expert.PageAsync($"/admin/sporsmal/{id}")).Form($"/admin/sporsmal/{id}");
        _app.Clock.Advance(Question.ClaimLength + TimeSpan.FromMinutes(1));
        using var later = await _app.SignInAsync(person);

        var kept = await later.FillInAsync($"/admin/sporsmal/{id}", null, ("Forklaring", Written), ("Versjon", fields["Versjon"]), ("Steg", "lagre"));

        Assert.Equal(HttpStatusCode.Found, kept.Status);
        Assert.True((await _app.QuestionAsync(id)).ClaimedUntil > _app.Clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task Keep_AfterSomebodyElseTookIt_GivesTheTextBack()
    {
        var (id, person) = await ClaimAsync();
        using var expert = await _app.SignInAsync(person);
        var page = await expert.PageAsync($"/admin/sporsmal/{id}");
        var fields = page.Form($"/admin/sporsmal/{id}");
        (fields["Forklaring"], fields["Steg"]) = (Written, "lagre");
        await _app.ChangeAsync(id, question => question.LetGo());
        await _app.TakeNextAsync(await _app.ExpertAsync());

        using var content = new FormUrlEncodedContent(fields);
        var lost = await HtmlPage.ReadAsync(await expert.PostAsync(new Uri($"/admin/sporsmal/{id}", UriKind.Relative), content));

        Assert.Equal(HttpStatusCode.NotFound, lost.Status);
        Assert.Contains(lost.TextsOf("textarea"), text => text == Written);
    }

    [Theory]
    [InlineData("lagre")]
    [InlineData("send")]
    public async Task Keep_FromASecondWindowThatSawNoDraft_DoesNotOverwriteTheFirst(string step)
    {
        var (id, person) = await ClaimAsync();
        using var expert = await _app.SignInAsync(person);
        var stale = (await expert.PageAsync($"/admin/sporsmal/{id}")).Form($"/admin/sporsmal/{id}")["Versjon"];
        await expert.FillInAsync($"/admin/sporsmal/{id}", null, ("Forklaring", Written), ("Steg", "lagre"));

        var second = await expert.FillInAsync($"/admin/sporsmal/{id}", null, ("Forklaring", "Noe annet"), ("Versjon", stale), ("Steg", step));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("Noen andre", second.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Contains(Written, (await expert.PageAsync($"/admin/sporsmal/{id}")).TextOf("#Forklaring"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_ShowsWhatOneHasBegun()
    {
        var (id, person) = await ClaimAsync();
        using var expert = await _app.SignInAsync(person);

        Assert.Contains($"/admin/sporsmal/{id}", (await expert.PageAsync("/admin")).Links);
    }

    [Fact]
    public async Task V2_3_4_FollowUps_OfTheSameNumber_HaveOneWinner()
    {
        var id = await _app.QueuedAsync();
        async Task AddAsync(byte key) => await _app.InDatabaseAsync(async db =>
        {
            var thread = await db.QuestionThreads.SingleAsync(one => one.Questions.Any(question => question.Id == id));
            db.Questions.Add(Question.Receive(Guid.CreateVersion7(), thread, [key], Severity.Green, db.Time.GetUtcNow().UtcDateTime));
            return await db.SaveChangesAsync();
        });

        // The thread is read without its questions, as if by two at the same moment.
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(1));
    }

    public void Dispose() => _app.Dispose();

    private async Task<(Guid Id, int Person)> ClaimAsync()
    {
        var id = await _app.QueuedAsync();
        var person = await _app.ExpertAsync();
        await _app.TakeNextAsync(person);
        return (id, person);
    }
}
