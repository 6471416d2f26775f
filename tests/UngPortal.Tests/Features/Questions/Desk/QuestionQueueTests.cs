using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>The queue hands out the most urgent question that fits, to one person only.</summary>
public sealed class QuestionQueueTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task TakeNext_AmongMany_GivesSeverityThenAgeThenWaiting()
    {
        var late = await _app.QueuedAsync(age: 17);
        _app.Clock.Advance(TimeSpan.FromMinutes(5));
        var green = await _app.QueuedAsync(age: 17);
        var young = await _app.QueuedAsync(age: 14);
        var yellow = await _app.QueuedAsync(Severity.Yellow, age: 19);
        var red = await _app.QueuedAsync(Severity.Red, age: 20);

        var order = new List<Guid?>();
        for (var i = 0; i < 5; i++)
        {
            order.Add((await _app.TakeNextAsync(await _app.ExpertAsync())).Id);
        }

        Assert.Equal([red, yellow, young, late, green], order.OfType<Guid>());
    }

    [Fact]
    public async Task TakeNext_OfFiftyAtOnce_GivesEachQuestionToOne()
    {
        var people = new List<int>();
        for (var i = 0; i < 50; i++)
        {
            people.Add(await _app.ExpertAsync());
            await _app.QueuedAsync();
        }

        var taken = await Task.WhenAll(people.Select(person => Task.Run(() => _app.TakeNextAsync(person))));

        var ids = taken.Where(one => one.Outcome == QuestionQueue.Outcome.Taken).Select(one => one.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(taken, one => Assert.NotEqual(QuestionQueue.Outcome.NoProfile, one.Outcome));
        var claimed = await _app.InDatabaseAsync(db => db.Questions.Where(question => question.State == QuestionState.Claimed).Select(question => question.ClaimedById).ToListAsync());
        Assert.Equal(ids.Count, claimed.Distinct().Count());
        Assert.Equal(ids.Count, await _app.InDatabaseAsync(db => db.QuestionClaims.CountAsync()));
        Assert.InRange(ids.Count, 25, 50);
    }

    [Fact]
    public async Task TakeNext_TwoForOneQuestion_FiveHundredTimes_HasOneWinner()
    {
        var (one, other) = (await _app.ExpertAsync(), await _app.ExpertAsync());
        var winners = new List<int>();
        for (var i = 0; i < 500; i++)
        {
            var id = await _app.QueuedAsync();
            var taken = await Task.WhenAll(Task.Run(() => _app.TakeNextAsync(one)), Task.Run(() => _app.TakeNextAsync(other)));
            winners.Add(taken.Count(answer => answer.Outcome == QuestionQueue.Outcome.Taken));
            var winner = (await _app.QuestionAsync(id)).ClaimedById;
            Assert.Contains(winner, new int?[] { one, other });
            await _app.ChangeAsync(id, question => question.Decline(DeclineReason.NotAQuestion, _app.Clock.GetUtcNow().UtcDateTime));
            _app.Clock.Advance(TimeSpan.FromHours(2));
        }

        Assert.All(winners, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task TakeNext_FitsRoleLanguageAndHardness()
    {
        await _app.QueuedAsync(role: "jurist");
        await _app.QueuedAsync(language: "en");
        await _app.QueuedAsync(Severity.Red);
        var spared = await _app.ExpertAsync(takesHard: false);

        Assert.Equal(QuestionQueue.Outcome.NothingFits, (await _app.TakeNextAsync(spared)).Outcome);
    }

    [Fact]
    public async Task TakeNext_OfAYouthAnswerer_IsGreenAndOnTheirTopicsOnly()
    {
        var topics = await _app.InDatabaseAsync(db => db.AnsweringRoles.Where(role => role.Key == AnsweringRole.YouthKey).Select(role => role.Topics).SingleAsync());
        await _app.QueuedAsync(Severity.Yellow, AnsweringRole.YouthKey, topic: topics[0]);
        await _app.QueuedAsync(role: AnsweringRole.YouthKey, topic: "vold");
        var fits = await _app.QueuedAsync(role: AnsweringRole.YouthKey, topic: topics[0]);
        var youth = await _app.ExpertAsync(StaffRole.YouthAnswerer, roles: AnsweringRole.YouthKey);

        Assert.Equal((QuestionQueue.Outcome.Taken, fits), await _app.TakeNextAsync(youth, StaffRole.YouthAnswerer));
    }

    [Theory]
    [InlineData(StaffRole.YouthAnswerer, DeskRows.Nurse)]
    [InlineData(StaffRole.Expert, AnsweringRole.YouthKey)]
    [InlineData(StaffRole.ExpertReviewer, AnsweringRole.YouthKey)]
    public async Task TakeNext_InARoleOfTheOthers_GivesNothing(StaffRole role, string answersAs)
    {
        await _app.QueuedAsync(role: answersAs, topic: "vennskap");
        var person = await _app.ExpertAsync(role, roles: answersAs);

        Assert.Equal(QuestionQueue.Outcome.NothingFits, (await _app.TakeNextAsync(person, role)).Outcome);
    }

    [Fact]
    public async Task TakeNext_ClaimOfAnHourAgo_IsFreeAgain_WithItsDraft()
    {
        var id = await _app.QueuedAsync();
        var (first, second) = (await _app.ExpertAsync(), await _app.ExpertAsync());
        await _app.TakeNextAsync(first);
        await _app.ChangeAsync(id, question => question.Write([1, 2, 3], first, _app.Clock.GetUtcNow().UtcDateTime));
        Assert.Equal(QuestionQueue.Outcome.NothingFits, (await _app.TakeNextAsync(second)).Outcome);

        _app.Clock.Advance(Question.ClaimLength);

        Assert.Equal((QuestionQueue.Outcome.Taken, id), await _app.TakeNextAsync(second));
        var question = await _app.QuestionAsync(id);
        Assert.Equal((QuestionState.Drafted, second), (question.State, question.ClaimedById));
        Assert.Equal([1, 2, 3], question.Answer!.SealedContent);
    }

    [Fact]
    public async Task TakeNext_InASession_GivesAtMostFortyPercentHardOnes()
    {
        for (var i = 0; i < 30; i++)
        {
            await _app.QueuedAsync(Severity.Yellow);
            await _app.QueuedAsync();
        }

        var expert = await _app.ExpertAsync();
        var given = new List<Severity>();
        for (var i = 0; i < 20; i++)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(1));
            var (outcome, id) = await _app.TakeNextAsync(expert, breakIsNoted: true);
            Assert.Equal(QuestionQueue.Outcome.Taken, outcome);
            given.Add((await _app.QuestionAsync(id!.Value)).Severity);
            await _app.ChangeAsync(id.Value, question => question.Decline(DeclineReason.NotAQuestion, _app.Clock.GetUtcNow().UtcDateTime));
        }

        Assert.Equal(8, given.Count(severity => severity == Severity.Yellow));
        Assert.Equal(Severity.Yellow, given[0]);
    }

    [Fact]
    public async Task TakeNext_AfterThreeQuartersOfAnHour_ProposesABreakOnce()
    {
        var expert = await _app.ExpertAsync();
        for (var i = 0; i < 3; i++)
        {
            await _app.QueuedAsync();
        }

        await TakeAndCloseAsync(expert);
        _app.Clock.Advance(DeskSession.BreakAfter);

        Assert.Equal(QuestionQueue.Outcome.NeedsBreak, (await _app.TakeNextAsync(expert)).Outcome);
        Assert.Equal(QuestionQueue.Outcome.Taken, (await _app.TakeNextAsync(expert, breakIsNoted: true)).Outcome);
    }

    [Fact]
    public async Task TakeNext_AwayFullOrWithoutProfile_SaysWhy()
    {
        await _app.QueuedAsync();
        await _app.QueuedAsync();
        var (away, full, none) = (await _app.ExpertAsync(), await _app.ExpertAsync(capacity: 1), await _app.HireAsync(roles: StaffRole.Expert));
        var today = OsloTime.DayOf(PortalApp.Start.UtcDateTime);
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Experts.SingleAsync(expert => expert.StaffId == away)).BeAway(today, today);
            return await db.SaveChangesAsync();
        });
        await TakeAndCloseAsync(full);

        Assert.Equal(QuestionQueue.Outcome.Away, (await _app.TakeNextAsync(away)).Outcome);
        Assert.Equal(QuestionQueue.Outcome.WeekIsFull, (await _app.TakeNextAsync(full)).Outcome);
        Assert.Equal(QuestionQueue.Outcome.NoProfile, (await _app.TakeNextAsync(none)).Outcome);
    }

    [Fact]
    public async Task TakeNext_WithOneInHand_LeadsBackToIt()
    {
        await _app.QueuedAsync();
        await _app.QueuedAsync();
        var expert = await _app.ExpertAsync();
        var first = await _app.TakeNextAsync(expert);

        Assert.Equal((QuestionQueue.Outcome.HasOneAlready, first.Id), await _app.TakeNextAsync(expert));
    }

    [Fact]
    public async Task TakeNext_InTwoWindowsAtOnce_AHundredTimes_GivesOneQuestion()
    {
        var expert = await _app.ExpertAsync();
        for (var i = 0; i < 100; i++)
        {
            var now = _app.Clock.GetUtcNow().UtcDateTime;
            await _app.QueuedAsync();
            await _app.QueuedAsync();

            var taken = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => _app.TakeNextAsync(expert))));

            Assert.Single(taken, one => one.Outcome == QuestionQueue.Outcome.Taken);
            Assert.Single(taken, one => one.Outcome == QuestionQueue.Outcome.HasOneAlready);
            Assert.Single(taken.Select(one => one.Id).Distinct());
            foreach (var id in await _app.InDatabaseAsync(db => db.Questions.Where(question => question.State < QuestionState.Answered).Select(question => question.Id).ToListAsync()))
            {
                await _app.ChangeAsync(id, question => question.Decline(DeclineReason.NotAQuestion, now));
            }

            _app.Clock.Advance(TimeSpan.FromHours(2));
        }
    }

    public void Dispose() => _app.Dispose();

    private async Task TakeAndCloseAsync(int expert)
    {
        var (_, id) = await _app.TakeNextAsync(expert);
        await _app.ChangeAsync(id!.Value, question => question.Decline(DeclineReason.NotAQuestion, _app.Clock.GetUtcNow().UtcDateTime));
    }
}
