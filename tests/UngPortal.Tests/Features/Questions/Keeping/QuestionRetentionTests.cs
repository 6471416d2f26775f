using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Sealing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Keeping;

/// <summary>What is deleted is gone from tables and from the one with the code; figures stay.</summary>
public sealed class QuestionRetentionTests : IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    private readonly PortalApp _app = new();

    [Fact]
    public async Task V14_2_7_run_thirty_days_after_the_last_deletes_what_was_never_answered()
    {
        var waiting = await _app.AskAsync("Ingen rakk å svare på dette");
        var declined = await _app.AskAsync("Dette ble det sagt nei til");
        var needsMore = await _app.AskAsync("Her trengs det litt mer");
        _app.Clock.Advance(TimeSpan.FromDays(10));
        await _app.InThreadAsync(declined, work => work.Question.Decline(DeclineReason.OutsideTheService, work.Now));
        await _app.InThreadAsync(needsMore, work =>
        {
            work.Claim();
            work.Question.AskForMore(work.Texts.SealRequest(work.Question.Id, "Fortell mer"), QuestionVisits.Expert, work.Now);
        });
        await AdvanceToAsync(TimeSpan.FromDays(30) - Moment);
        Assert.NotNull(await _app.ThreadOfAsync(waiting));
        await AdvanceToAsync(TimeSpan.FromDays(30) + Moment);

        Assert.Null(await _app.ThreadOfAsync(waiting));
        Assert.NotNull(await _app.ThreadOfAsync(declined));
        Assert.NotNull(await _app.ThreadOfAsync(needsMore));

        await AdvanceToAsync(TimeSpan.FromDays(40) + Moment);

        await AssertGoneAsync(waiting, declined, needsMore);
        Assert.Equal(
            [QuestionState.Declined, QuestionState.Expired, QuestionState.Expired],
            await _app.InDatabaseAsync(db => db.Questions.Select(question => question.State).OrderBy(state => state).ToListAsync()));
    }

    [Fact]
    public async Task V14_2_7_run_half_a_year_after_the_last_answer_deletes_the_thread()
    {
        var code = await _app.AskAsync("Dette ble besvart to ganger");
        await _app.AnswerAsync(code);
        _app.Clock.Advance(TimeSpan.FromDays(20));
        using (var visitor = await _app.OpenAsync(code))
        {
            await visitor.DoAsync("folg", ("Oppfolging", "Og så lurer jeg på mer"));
        }

        await _app.AnswerAsync(code);
        await _app.InThreadAsync(code, work => work.Question.Correct(work.Texts.SealContent(work.Question.Id, new AnswerContent { Brief = "Nytt" }), work.Texts.SealCorrection(work.Question.Id, "Rettet"), work.Now));
        _app.Clock.Advance(TimeSpan.FromDays(180) - Moment);
        await _app.RunAsync<QuestionRetention>();
        Assert.Equal("Du har fått svar", (await _app.ReadAsync(code)).TextOf("h1"));
        _app.Clock.Advance(2 * Moment);

        await _app.RunAsync<QuestionRetention>();

        await AssertGoneAsync(code);
        var left = await _app.InDatabaseAsync(db => db.Questions.AsNoTracking().Include(question => question.Topics).OrderBy(question => question.Number).ToListAsync());
        Assert.Equal([QuestionState.AnsweredPrivately, QuestionState.AnsweredPrivately], left.Select(question => question.State));
        Assert.All(left, question => Assert.Equal((16, "helsesykepleier", QuestionVisits.Topic), (question.Age, question.Role, Assert.Single(question.Topics).Topic)));
        Assert.All(left, question => Assert.NotNull(question.AnsweredAt));
    }

    [Theory]
    [InlineData(false, QuestionState.Expired, "Det kom ikke noe svar")]
    [InlineData(true, QuestionState.Declined, "Vi svarer ikke på dette her")]
    public async Task V14_2_7_run_thirty_days_after_a_follow_up_without_an_answer_forgets_its_text_and_nothing_else(bool isDeclined, QuestionState state, string heading)
    {
        var code = await _app.AskAsync("Dette fikk et godt svar");
        await _app.AnswerAsync(code);
        _app.Clock.Advance(TimeSpan.FromDays(20));
        using (var visitor = await _app.OpenAsync(code))
        {
            await visitor.DoAsync("folg", ("Oppfolging", "KANARI og så lurer jeg på mer"));
        }

        await _app.InThreadAsync(code, work =>
        {
            work.Claim();
            work.Question.Write(work.Texts.SealContent(work.Question.Id, new AnswerContent { Brief = "KANARI-UTKAST" }), QuestionVisits.Expert, work.Now);
            if (isDeclined)
            {
                work.Question.Decline(DeclineReason.OutsideTheService, work.Now);
            }
        });
        _app.Clock.Advance(TimeSpan.FromDays(30) - Moment);
        await _app.RunAsync<QuestionRetention>();
        Assert.Contains("KANARI", (await _app.ReadAsync(code)).Text, StringComparison.Ordinal);
        _app.Clock.Advance(2 * Moment);

        await _app.RunAsync<QuestionRetention>();
        await _app.RunAsync<QuestionRetention>();

        var page = await _app.ReadAsync(code);
        Assert.Equal(heading, page.TextOf("h1"));
        Assert.Contains("Dette fikk et godt svar", page.Text, StringComparison.Ordinal);
        Assert.Contains("Det går bra.", page.Text, StringComparison.Ordinal);
        var questions = await _app.InDatabaseAsync(db => db.Questions.AsNoTracking().Include(question => question.Answer).OrderBy(question => question.Number).ToListAsync());
        Assert.Equal([QuestionState.Answered, state], questions.Select(question => question.State));
        Assert.Equal((null, null), (questions[1].SealedText, questions[1].Answer!.SealedContent));
        Assert.NotNull(questions[0].Answer!.SealedContent);
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "question-deleted")));
    }

    [Fact]
    public async Task Run_WhereTheAskerWasAskedForMoreLater_CountsFromThen()
    {
        var code = await _app.AskAsync("Dette fikk et godt svar");
        await _app.AnswerAsync(code);
        using (var visitor = await _app.OpenAsync(code))
        {
            await visitor.DoAsync("folg", ("Oppfolging", "Og så lurer jeg på mer"));
        }

        _app.Clock.Advance(TimeSpan.FromDays(20));
        await _app.InThreadAsync(code, work =>
        {
            work.Claim();
            work.Question.AskForMore(work.Texts.SealRequest(work.Question.Id, "Fortell mer"), QuestionVisits.Expert, work.Now);
        });
        _app.Clock.Advance(TimeSpan.FromDays(11));
        await _app.RunAsync<QuestionRetention>();
        Assert.Equal(1, await OpenAsync());
        _app.Clock.Advance(TimeSpan.FromDays(20));

        await _app.RunAsync<QuestionRetention>();

        Assert.Equal(0, await OpenAsync());
        Task<int> OpenAsync() => _app.InDatabaseAsync(db => db.Questions.CountAsync(question => question.State < QuestionState.Answered));
    }

    [Fact]
    public async Task Run_AgainAndOverManyThreads_DeletesAllAndLeavesTheNew()
    {
        for (var i = 0; i < 250; i++)
        {
            await _app.InDatabaseAsync(db =>
            {
                var asker = new AskerFacts("nb", 15, AskerGender.Boy, null, true);
                var id = Sealer.NewId();
                var (key, seal) = _app.Services.GetRequiredService<Sealer>().New(QuestionThread.SealKind, id);
                seal.Dispose();
                var thread = QuestionThread.Open(Guid.NewGuid(), id, key, Guid.NewGuid().ToByteArray(), asker, db.Time.GetUtcNow().UtcDateTime);
                db.QuestionThreads.Add(thread);
                db.Questions.Add(Question.Receive(Guid.NewGuid(), thread, Guid.NewGuid().ToByteArray(), Severity.Green, db.Time.GetUtcNow().UtcDateTime));
                return db.SaveChangesAsync();
            });
        }

        _app.Clock.Advance(TimeSpan.FromDays(31));
        var code = await _app.AskAsync("Dette er et nytt spørsmål");

        await _app.RunAsync<QuestionRetention>();
        await _app.RunAsync<QuestionRetention>();

        Assert.Equal(1, await _app.InDatabaseAsync(db => db.QuestionThreads.CountAsync()));
        Assert.NotNull(await _app.ThreadOfAsync(code));
        Assert.Equal(250, await _app.InDatabaseAsync(db => db.Questions.CountAsync(question => question.State == QuestionState.Expired)));
        Assert.Equal(250, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "question-deleted")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/nn")]
    [InlineData("/en")]
    public async Task Privacy_InEachLanguage_SaysWhatTheJobDoes(string language)
    {
        var rows = (await _app.GetPageAsync(language + "/personvern")).TextsOf("table td");

        Assert.Contains(rows, row => row.StartsWith($"{QuestionRetention.UnansweredDays} da", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith($"{QuestionRetention.AnsweredDays} da", StringComparison.Ordinal));
        Assert.Contains(rows, row => row is "Med en gang" or "Med ein gong" or "At once");
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Moves the clock to so long after the first question was asked, and runs the job.</summary>
    private async Task AdvanceToAsync(TimeSpan after)
    {
        var asked = await _app.InDatabaseAsync(db => db.Questions.MinAsync(question => question.AskedAt));
        _app.Clock.Advance(asked + after - _app.Clock.GetUtcNow().UtcDateTime);
        await _app.RunAsync<QuestionRetention>();
    }

    private async Task AssertGoneAsync(params string[] codes)
    {
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.QuestionThreads.CountAsync()));
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.Set<QuestionAnswer>().CountAsync()));
        Assert.True(await _app.InDatabaseAsync(db => db.Questions.AllAsync(question => question.ThreadId == null && question.SealedText == null && question.SealedRequest == null && question.SealedAddition == null && question.ClaimedById == null)));
        foreach (var code in codes)
        {
            using var visitor = _app.CreateVisitor();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.CheckAsync(code)).Status);
        }
    }
}
