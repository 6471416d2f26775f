using UngPortal.Features.Averting;
using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Features.Averting;

/// <summary>The life of a case: what two people may do with it, and in which order.</summary>
public sealed class AvertingCaseTests
{
    private const int First = 1;
    private const int Second = 2;

    private static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    private readonly AvertingCase _case = AvertingCase.Open(Guid.NewGuid(), "s", new WrappedKey(1, []), null, null, Hand(First));

    [Fact]
    public void Confirm_ByASecondPerson_DecidesIt_AndClearsParentsOnlyThen()
    {
        _case.Assess(CaseDecision.ChildProtection, clearsParents: true, Hand(First));
        Assert.Equal((CaseState.AwaitingSecond, ParentsStatus.NotToBeInformed), (_case.State, _case.Parents));
        Assert.Equal((false, true), (_case.WaitsForSecond(First), _case.WaitsForSecond(Second)));
        Assert.Throws<InvalidOperationException>(() => _case.Confirm(Hand(First)));

        _case.Confirm(Hand(Second));

        Assert.Equal((CaseState.Decided, CaseDecision.ChildProtection, ParentsStatus.Cleared), (_case.State, _case.Decision, _case.Parents));
        _case.InformParents(Hand(First));
        _case.Close(Hand(Second));
        Assert.Equal((CaseState.Closed, ParentsStatus.Informed, Now), (_case.State, _case.Parents, _case.ClosedAt));
        Assert.Equal([CaseStep.Open, CaseStep.Assess, CaseStep.Confirm, CaseStep.InformParents, CaseStep.Close], _case.Entries.Select(entry => entry.Step));
        Assert.Equal([1, 2, 3, 4, 5], _case.Entries.Select(entry => entry.Number));
    }

    [Fact]
    public void InformParents_WithoutClearance_Throws()
    {
        _case.Assess(CaseDecision.Police, clearsParents: false, Hand(First));
        _case.Confirm(Hand(Second));

        Assert.Throws<InvalidOperationException>(() => _case.InformParents(Hand(First)));
    }

    [Fact]
    public void ActAlone_WhenMinutesMatter_HasADeadlineForTheSecond()
    {
        Assert.Throws<InvalidOperationException>(() => _case.ActAlone(CaseDecision.None, false, Hand(First), Now.AddHours(24)));

        _case.ActAlone(CaseDecision.Police, false, Hand(First), Now.AddHours(24));
        Assert.Equal((CaseState.ActedAlone, Now.AddHours(24)), (_case.State, _case.SecondDueAt));
        Assert.Throws<InvalidOperationException>(() => _case.Confirm(Hand(First)));
        Assert.Throws<InvalidOperationException>(() => _case.Close(Hand(Second)));
        _case.Confirm(Hand(Second));

        Assert.Equal((CaseState.Decided, null), (_case.State, _case.SecondDueAt));
    }

    [Fact]
    public void Disagree_SendsItBack_ToBeAssessedAnew()
    {
        _case.Assess(CaseDecision.None, false, Hand(First));
        _case.Disagree(Hand(Second));
        Assert.Equal(CaseState.Disputed, _case.State);
        Assert.Throws<InvalidOperationException>(() => _case.Confirm(Hand(3)));

        _case.Assess(CaseDecision.Police, false, Hand(Second));
        Assert.Throws<InvalidOperationException>(() => _case.Confirm(Hand(Second)));
        _case.Confirm(Hand(First));

        Assert.Equal((CaseState.Decided, CaseDecision.Police), (_case.State, _case.Decision));
    }

    [Fact]
    public void Close_WhileInformationIsWanted_Throws_UntilItIsAssessedAgain()
    {
        _case.Assess(CaseDecision.MoreInformation, false, Hand(First));
        _case.Confirm(Hand(Second));
        Assert.Throws<InvalidOperationException>(() => _case.Close(Hand(Second)));

        _case.Assess(CaseDecision.None, false, Hand(First));
        _case.Confirm(Hand(Second));
        _case.Close(Hand(Second));

        Assert.Throws<InvalidOperationException>(() => _case.Assess(CaseDecision.Police, false, Hand(First)));
    }

    [Fact]
    public void Entries_OnceMade_CanBeChangedByNobody() =>
        Assert.All(typeof(CaseEntry).GetProperties(), property => Assert.Contains(typeof(System.Runtime.CompilerServices.IsExternalInit), property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()));

    private static CaseHand Hand(int byId) => new(byId, Now, Guid.NewGuid(), [1]);
}
