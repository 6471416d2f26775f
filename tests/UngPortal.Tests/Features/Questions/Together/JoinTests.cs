using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Features.Questions.Together;

/// <summary>What may be answered together with what, and that nothing is ever left behind by the one it has joined.</summary>
public sealed class JoinTests
{
    private const int Sorter = 1;
    private const int Expert = 2;

    private static readonly DateTime Now = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Join_MakesThePairTheHarder_TheYounger_AndTheEarlierDue()
    {
        var head = Queued(Severity.Green, age: 17);
        var joined = Queued(Severity.Yellow, age: 14, askedAt: Now.AddHours(-20));

        joined.Join(head, redIsChosen: false, Now);

        Assert.Equal((QuestionState.Joined, head.Id), (joined.State, joined.HeadId));
        Assert.Equal((Severity.Yellow, Severity.Green, 1), (head.Severity, head.OwnSeverity, head.JoinedCount));
        Assert.Equal((joined.DueAt, joined.Urgency), (head.DueAt, head.Urgency));
        Assert.Null(joined.AlertAt(Now.AddDays(30)));
        Assert.NotNull(head.AlertAt(Now.AddDays(30)));
    }

    [Fact]
    public void Part_GivesBothTheirOwnBack()
    {
        var head = Queued(Severity.Green, age: 17);
        var joined = Queued(Severity.Yellow, age: 14, askedAt: Now.AddHours(-20));
        var before = (head.Severity, head.DueAt, head.Urgency, joined.DueAt);
        joined.Join(head, redIsChosen: false, Now);

        joined.Part();

        Assert.Equal(before, (head.Severity, head.DueAt, head.Urgency, joined.DueAt));
        Assert.Equal((QuestionState.Queued, null, 0), (joined.State, joined.HeadId, head.JoinedCount));
        Assert.Throws<InvalidOperationException>(joined.Part);
    }

    [Fact]
    public void Part_OfWhatNobodySortedOrWasSentBack_LeadsBackThere()
    {
        var (head, fresh, rerouted) = (Queued(), Asked(), Queued());
        rerouted.Reroute();
        fresh.Join(head, false, Now);
        rerouted.Join(head, false, Now);

        fresh.Part();
        rerouted.Part();

        Assert.Equal((QuestionState.Received, QuestionState.Rerouted), (fresh.State, rerouted.State));
    }

    [Fact]
    public void Join_WhatMayNotBe_Throws()
    {
        var (head, joined) = (Queued(), Queued());
        joined.Join(head, false, Now);
        var (claimed, held, withdrawn) = (Queued(), Queued(), Queued());
        claimed.Claim(Expert, Now);
        held.HoldForSafeguarding(Now);
        withdrawn.Withdraw(Now);

        Refused(Queued(), joined); // A chain.
        Refused(head, Queued()); // Others have joined it.
        Refused(joined, Queued()); // It is joined already.
        Refused(Queued(), claimed);
        Refused(claimed, Queued());
        Refused(held, Queued());
        Refused(Queued(), held);
        Refused(withdrawn, Queued());
        Refused(Queued(), withdrawn);
        Refused(Queued(), Queued(language: "en"));
        Refused(FollowUp(), Queued());
        Refused(Queued(), FollowUp());
        Refused(head, head);
        Assert.Equal((1, QuestionState.Queued), (head.JoinedCount, head.State));
    }

    [Fact]
    public void Join_WhatIsRed_OnlyWithRed_AndOnlyByChoice()
    {
        var red = Queued(Severity.Red);

        Refused(red, Queued(Severity.Yellow), redIsChosen: true);
        Refused(red, Queued(Severity.Red));
        red.Join(Queued(Severity.Red), redIsChosen: true, Now);
        var green = Queued();
        green.Join(Queued(Severity.Red), redIsChosen: false, Now);

        Assert.Equal((QuestionState.Joined, QuestionState.Joined), (red.State, green.State));
    }

    [Fact]
    public void Join_MoreThanOneTextCanAnswer_Throws()
    {
        var head = Queued();
        for (var at = 0; at < Question.MostJoined; at++)
        {
            Queued().Join(head, false, Now);
        }

        Refused(Queued(), head);
    }

    [Theory]
    [InlineData("decline")]
    [InlineData("lead")]
    [InlineData("withdraw")]
    [InlineData("expire")]
    [InlineData("hold")]
    [InlineData("more")]
    public void Head_ThatGetsNoAnswerNow_FreesTheOthers(string how)
    {
        var (head, one, other) = (Queued(), Queued(Severity.Yellow), Asked());
        one.Join(head, false, Now);
        other.Join(head, false, Now);
        var waits = (one.AskedAt, one.DueAt, other.AskedAt);

        switch (how)
        {
            case "decline": head.Decline(DeclineReason.OutsideTheService, Now); break;
            case "lead": head.LeadTo(100_000, Now); break;
            case "withdraw": head.Withdraw(Now); break;
            case "expire": head.Expire(Now); break;
            case "hold": head.HoldForSafeguarding(Now); break;
            default: head.Claim(Expert, Now); head.AskForMore([1], Expert, Now); break;
        }

        Assert.Equal((QuestionState.Queued, QuestionState.Received, 0), (one.State, other.State, head.JoinedCount));
        Assert.Equal((null, null, waits), (one.HeadId, other.HeadId, (one.AskedAt, one.DueAt, other.AskedAt)));
        Assert.Equal(Severity.Green, head.Severity);
    }

    [Fact]
    public void Joined_ThatIsWithdrawn_LeavesTheHeadAsItWas()
    {
        var (head, joined) = (Queued(), Queued(Severity.Yellow));
        joined.Join(head, false, Now);
        head.Claim(Expert, Now);

        joined.Withdraw(Now);

        Assert.Equal((QuestionState.Withdrawn, null, QuestionState.Claimed, 0, Severity.Green), (joined.State, joined.HeadId, head.State, head.JoinedCount, head.Severity));
    }

    [Fact]
    public void Answer_ReachesTheJoined_WithTheSameAuthors_AndStaysPrivate()
    {
        var (head, joined) = (Queued(), Asked());
        joined.Join(head, false, Now);
        head.Claim(Expert, Now);
        head.Write([1, 2], Expert, Now);
        Assert.Throws<InvalidOperationException>(() => joined.AnswerWith(head, [3], Now));
        head.Submit(Expert, null, Now);

        joined.AnswerWith(head, [3], Now);

        Assert.Equal((QuestionState.AnsweredPrivately, Now, "lege"), (joined.State, joined.AnsweredAt, joined.Role));
        Assert.Equal([3], joined.Answer!.SealedContent);
        Assert.Equal([Expert], joined.Answer.AuthorIds);
        Assert.Null(joined.OrganisationId);
        Assert.Equal(["sovn"], joined.Topics.Select(link => link.Topic));
        Assert.Throws<InvalidOperationException>(() => joined.AnswerWith(head, [3], Now));
        Assert.Throws<InvalidOperationException>(joined.Part);
    }

    [Fact]
    public void Triage_OfTheHead_KeepsThePairAsHardAsItsHardest()
    {
        var (head, joined) = (Asked(), Queued(Severity.Yellow));
        joined.Join(head, false, Now);

        head.Triage(Severity.Green, ["sovn"], Sorter, Now);

        Assert.Equal((Severity.Yellow, Severity.Green), (head.Severity, head.OwnSeverity));
    }

    private static void Refused(Question one, Question head, bool redIsChosen = false) => Assert.Throws<InvalidOperationException>(() => one.Join(head, redIsChosen, Now));

    private static Question Asked(int age = 15, DateTime? askedAt = null, string language = "nb") =>
        Question.Receive(Guid.CreateVersion7(), Thread(age, language), [1], Severity.Green, askedAt ?? Now.AddHours(-1));

    private static Question Queued(Severity severity = Severity.Green, int age = 15, DateTime? askedAt = null, string language = "nb")
    {
        var question = Asked(age, askedAt, language);
        question.Triage(severity, ["sovn"], Sorter, Now);
        question.QueueFor("lege");
        return question;
    }

    private static Question FollowUp()
    {
        var thread = Thread(15, "nb");
        Question.Receive(Guid.CreateVersion7(), thread, [1], Severity.Green, Now);
        return Question.Receive(Guid.CreateVersion7(), thread, [2], Severity.Green, Now);
    }

    private static QuestionThread Thread(int age, string language) =>
        QuestionThread.Open(Guid.CreateVersion7(), "seal", new WrappedKey(1, new byte[WrappedKey.Length]), [1], new AskerFacts(language, age, AskerGender.NotSaid, "sovn", true), Now);
}
