using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>A sitting lasts for as long as somebody works, however long each question takes.</summary>
public sealed class DeskSessionTests : IDisposable
{
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(61);

    private readonly PortalApp _app = new();

    [Fact]
    public async Task TakeNext_AfterARedThatTookAnHour_ProposesABreak_AndGivesNoMoreHardOnes()
    {
        var expert = await _app.ExpertAsync();
        for (var i = 0; i < 5; i++)
        {
            await _app.QueuedAsync(Severity.Red);
        }

        await AnswerAsync(expert, Slow);

        Assert.Equal(QuestionQueue.Outcome.NeedsBreak, (await _app.TakeNextAsync(expert)).Outcome);
        Assert.Equal(QuestionQueue.Outcome.OnlyHardOnes, (await _app.TakeNextAsync(expert, breakIsNoted: true)).Outcome);
    }

    [Fact]
    public async Task TakeNext_OverAWholeDayOfSlowAnswers_GivesAtMostFortyPercentHardOnes()
    {
        var expert = await _app.ExpertAsync();
        for (var i = 0; i < 9; i++)
        {
            await _app.QueuedAsync(Severity.Yellow);
            await _app.QueuedAsync();
        }

        var given = new List<Severity>();
        for (var i = 0; i < 9; i++)
        {
            given.Add(await AnswerAsync(expert, Slow, breakIsNoted: true));
        }

        Assert.Equal(3, given.Count(severity => severity != Severity.Green));
    }

    [Fact]
    public async Task TakeNext_AnHourAfterTheLastWork_BeginsANewSitting()
    {
        var expert = await _app.ExpertAsync();
        await _app.QueuedAsync(Severity.Red);
        await _app.QueuedAsync(Severity.Red);
        await AnswerAsync(expert, Slow);
        _app.Clock.Advance(DeskSession.Pause - TimeSpan.FromMinutes(1));
        Assert.Equal(QuestionQueue.Outcome.NeedsBreak, (await _app.TakeNextAsync(expert)).Outcome);

        _app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(QuestionQueue.Outcome.Taken, (await _app.TakeNextAsync(expert)).Outcome);
    }

    [Fact]
    public async Task TakeNext_AfterARedThatWasGivenUpLate_IsTheSameSitting()
    {
        var expert = await _app.ExpertAsync();
        await _app.QueuedAsync(Severity.Red);
        await _app.QueuedAsync();
        var id = (await _app.TakeNextAsync(expert)).Id!.Value;
        _app.Clock.Advance(Slow);
        using var later = await _app.SignInAsync(expert);
        await later.FillInAsync($"/admin/sporsmal/{id}", null, ("Steg", "vern"));

        Assert.Equal(QuestionState.SafeguardingHold, (await _app.QuestionAsync(id)).State);
        Assert.Equal(QuestionQueue.Outcome.NeedsBreak, (await _app.TakeNextAsync(expert)).Outcome);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Takes the next one, writes for so long and sends it to a second reader.</summary>
    private async Task<Severity> AnswerAsync(int expert, TimeSpan writing, bool breakIsNoted = false)
    {
        var (outcome, id) = await _app.TakeNextAsync(expert, breakIsNoted: breakIsNoted);
        Assert.Equal(QuestionQueue.Outcome.Taken, outcome);
        _app.Clock.Advance(writing);
        await _app.ChangeAsync(id!.Value, question =>
        {
            question.Write([1], expert, _app.Clock.GetUtcNow().UtcDateTime);
            question.Submit(expert, ReviewReason.Sample, _app.Clock.GetUtcNow().UtcDateTime);
        });
        return (await _app.QuestionAsync(id.Value)).Severity;
    }
}
