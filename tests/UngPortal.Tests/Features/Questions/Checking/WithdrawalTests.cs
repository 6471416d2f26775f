using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Checking;

/// <summary>Taking back what is not answered: the text is gone at once.</summary>
public sealed class WithdrawalTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Theory]
    [InlineData(QuestionState.Received)]
    [InlineData(QuestionState.Claimed)]
    [InlineData(QuestionState.Drafted)]
    [InlineData(QuestionState.InReview)]
    [InlineData(QuestionState.NeedsMore)]
    public async Task V14_2_7_withdraw_before_the_answer_deletes_text_and_key_at_once(QuestionState state)
    {
        var code = await _app.AskAsync("Dette må ingen få lese");
        await _app.InThreadAsync(code, work => Bring(work, state));
        var (text, key) = (Array.Empty<byte>(), Array.Empty<byte>());
        await _app.InThreadAsync(code, work => (text, key) = (work.Question.SealedText!, work.Thread.Key.Bytes));
        using var visitor = await _app.OpenAsync(code);

        var done = await visitor.DoAsync("trekk");
        var page = await visitor.VisitAsync(done.Response.Headers.Location!.OriginalString);
        var again = await visitor.VisitAsync(QuestionVisits.ThreadPath);

        Assert.Equal("/sjekk-svar?gjort=trukket", done.Response.Headers.Location?.OriginalString);
        Assert.Contains("Spørsmålet ditt er slettet.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, again.Status);
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.QuestionThreads.CountAsync()));
        var left = await _app.InDatabaseAsync(db => db.Questions.AsNoTracking().Include(question => question.Answer).SingleAsync());
        Assert.Equal((QuestionState.Withdrawn, null, null, null), (left.State, left.ThreadId, left.SealedText, left.SealedRequest));
        Assert.Equal((null, null, null), (left.Answer?.SealedContent, left.Answer?.SealedReviewNote, left.ClaimedById));
        Assert.Contains(await _app.AuditOfAsync(Question.SubjectOf(left.Id)), line => line.StartsWith("question-withdrawn", StringComparison.Ordinal));
        if (TestDatabase.SqlServer is null)
        {
            await using var connection = new SqliteConnection($"Data Source={_app.Database.SqliteFile};Pooling=False");
            await connection.OpenAsync();
            await using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await checkpoint.ExecuteNonQueryAsync();
            var file = await File.ReadAllBytesAsync(_app.Database.SqliteFile);
            Assert.All([text, key], secret => Assert.True(file.AsSpan().IndexOf(secret) < 0));
        }
    }

    [Fact]
    public async Task Withdraw_AfterTheAnswer_DeletesNothing()
    {
        var code = await _app.AskAsync("Dette ble det svart på");
        using var visitor = await _app.OpenAsync(code);
        var form = (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Form("/sjekk-svar/samtale/trekk");
        await _app.AnswerAsync(code);

        var refused = await visitor.PostFormAsync("/sjekk-svar/samtale/trekk", form);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Du har fått svar"), (refused.Status, refused.TextOf("h1")));
        Assert.Contains("Det har skjedd noe med spørsmålet imens.", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.QuestionThreads.CountAsync()));
    }

    [Fact]
    public async Task V2_3_3_Withdraw_WhileTheAnswerGoesOut_HasOneWinner()
    {
        for (var round = 0; round < 10; round++)
        {
            var code = await _app.AskAsync($"Hvem kommer først i runde {round}?");
            using var visitor = await _app.OpenAsync(code);
            var form = (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Form("/sjekk-svar/samtale/trekk");
            var withdrawing = Task.Run(() => visitor.PostFormAsync("/sjekk-svar/samtale/trekk", form));
            var isAnswered = true;
            try
            {
                await _app.AnswerAsync(code);
            }
            catch (Exception problem) when (problem is DbUpdateException or InvalidOperationException)
            {
                isAnswered = false;
            }

            var withdrawn = await withdrawing;
            var isThere = await _app.ThreadOfAsync(code) is not null;

            Assert.Equal(isAnswered, isThere);
            Assert.Equal(isThere ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Found, withdrawn.Status);
        }
    }

    [Fact]
    public async Task Withdraw_WhileTheDeskSaves_IsDoneAllTheSame()
    {
        var code = await _app.AskAsync("Skranken lagrer samtidig");
        await _app.ClaimAsync(code);
        using var visitor = await _app.OpenAsync(code);
        var form = (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Form("/sjekk-svar/samtale/trekk");

        // The desk reads, the asker takes back, the desk saves: what it wrote finds no row any more.
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => _app.InThreadAsync(code, work =>
        {
            work.Question.Write(work.Texts.SealContent(work.Question.Id, new AnswerContent { Brief = "For sent" }), QuestionVisits.Expert, work.Now);
            Assert.Equal(HttpStatusCode.Found, Task.Run(() => visitor.PostFormAsync("/sjekk-svar/samtale/trekk", form)).GetAwaiter().GetResult().Status);
        }));

        Assert.Equal(0, await _app.InDatabaseAsync(db => db.QuestionThreads.CountAsync()));
        Assert.Null(await _app.InDatabaseAsync(db => db.Questions.Select(question => question.Answer).SingleAsync()));
    }

    public void Dispose() => _app.Dispose();

    private static void Bring(QuestionVisits.ThreadAtWork work, QuestionState state)
    {
        if (state == QuestionState.Received)
        {
            return;
        }

        work.Claim();
        if (state == QuestionState.NeedsMore)
        {
            work.Question.AskForMore(work.Texts.SealRequest(work.Question.Id, "Fortell mer"), QuestionVisits.Expert, work.Now);
        }
        else if (state is QuestionState.Drafted or QuestionState.InReview)
        {
            work.Question.Write(work.Texts.SealContent(work.Question.Id, new AnswerContent { Brief = "Kladd" }), QuestionVisits.Expert, work.Now);
            if (state == QuestionState.InReview)
            {
                work.Question.Submit(QuestionVisits.Expert, ReviewReason.NewExpert, work.Now);
            }
        }
    }
}
