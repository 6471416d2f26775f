using UngPortal.Features.SelfHelpTools;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>What a tool may become, and from what.</summary>
public sealed class ToolTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Propose_ATool_HasNoBadge_AndIsShown()
    {
        var tool = Tool.Propose("prove", ToolVisits.Facts(), Now);

        Assert.Equal((ToolState.Proposed, ToolStanding.NotAssessed, false), (tool.State, tool.StandingAt(Now), tool.IsHidden));
        Assert.Null(tool.BadgeAt(Now));
    }

    [Theory]
    [InlineData("sammenlign")]
    [InlineData("Ikke Slug")]
    public void Propose_AnAddressThatCannotBe_Throws(string slug) => Assert.Throws<InvalidOperationException>(() => Tool.Propose(slug, ToolVisits.Facts(), Now));

    [Fact]
    public void Propose_WithoutNameOrText_Throws()
    {
        Assert.Throws<InvalidOperationException>(() => Tool.Propose("prove", ToolFacts.Empty, Now));
        Assert.Throws<InvalidOperationException>(() => Tool.Propose("prove", ToolVisits.Facts() with { Summary = new() { ["en"] = "Only English." } }, Now));
    }

    [Fact]
    public void Suspend_AProposal_HidesIt_AndLiftingShowsItAgain()
    {
        var tool = Tool.Propose("prove", ToolVisits.Facts(), Now);
        tool.Suspend(Now);
        Assert.Equal((ToolState.Suspended, true), (tool.State, tool.IsHidden));

        tool.LiftSuspension(Now);

        Assert.Equal((ToolState.Proposed, false), (tool.State, tool.IsHidden));
    }

    [Fact]
    public void Reopen_WhatWasTurnedDown_KeepsItHidden()
    {
        var tool = Tool.Propose("prove", ToolVisits.Facts(), Now);
        tool.Screen(Now);
        tool.TurnDown(Now);

        tool.Reopen(Now);

        Assert.Equal((ToolState.Screening, true), (tool.State, tool.IsHidden));
    }

    [Fact]
    public void Steps_ThatTheStateDoesNotAllow_Throw()
    {
        var proposed = Tool.Propose("prove", ToolVisits.Facts(), Now);
        Assert.All<Action<Tool>>([tool => tool.Reopen(Now), tool => tool.FallDue(ReviewCause.Complaint, Now), tool => tool.LiftSuspension(Now)], step => Assert.Throws<InvalidOperationException>(() => step(proposed)));
        proposed.Withdraw(Now);
        Assert.All<Action<Tool>>([tool => tool.Withdraw(Now), tool => tool.Suspend(Now), tool => tool.Screen(Now), tool => tool.TurnDown(Now)], step => Assert.Throws<InvalidOperationException>(() => step(proposed)));
        Assert.Equal(ToolState.Withdrawn, proposed.State);
    }

    [Theory]
    [InlineData("1.4", "1.9", false)]
    [InlineData("1.4", "v1", false)]
    [InlineData("1.4", "2.0", true)]
    [InlineData("", "1.0", true)]
    public void CauseAfter_ANewRelease_IsForTheMainNumberOnly(string before, string after, bool isDue) =>
        Assert.Equal(isDue ? ReviewCause.NewRelease : null, (ToolVisits.Facts() with { Release = after }).CauseAfter(ToolVisits.Facts() with { Release = before }));

    [Fact]
    public void CauseAfter_ANewOwnerOrPrivacyPolicy_NamesIt()
    {
        Assert.Equal(ReviewCause.NewOwner, (ToolVisits.Facts() with { Supplier = "En annen" }).CauseAfter(ToolVisits.Facts()));
        Assert.Equal(ReviewCause.NewPrivacyPolicy, (ToolVisits.Facts() with { PrivacyPolicy = "https://prove.example.no/ny" }).CauseAfter(ToolVisits.Facts()));
        Assert.Null((ToolVisits.Facts() with { MinimumAge = 16, Name = "Nytt navn" }).CauseAfter(ToolVisits.Facts()));
    }
}
