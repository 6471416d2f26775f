using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>The workflow's rules: who may take which step, in which state.</summary>
public sealed class DraftTests
{
    private const int House = 1;
    private static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly StaffIdentity Author = Person(1, StaffRole.Editor);
    private static readonly StaffIdentity Editor = Person(2, StaffRole.Editor, StaffRole.Expert, StaffRole.SafeguardingOfficer);
    private static readonly StaffIdentity Professional = Person(3, StaffRole.Expert, StaffRole.SafeguardingOfficer);
    private static readonly StaffIdentity Officer = Person(4, StaffRole.SafeguardingOfficer);
    private static readonly StaffIdentity Stranger = new() { Id = 5, Name = "Fremmed", SessionId = 1, ConfirmedAt = Now, Seats = [new(2, StaffRole.Editor)] };

    [Fact]
    public void Publish_AfterTwoApprovals_IsPossible()
    {
        var draft = Begun();

        draft.Submit(Author, Now);
        draft.ApproveAsEditor(Editor);
        draft.ApproveAsProfessional(Professional);

        Assert.Equal(DraftState.Approved, draft.State);
        draft.BecomeLive(7);
        Assert.Equal((DraftState.Published, 7), (draft.State, draft.PublicationId));
    }

    [Fact]
    public void V2_3_5_Approve_TheOwnText_IsRefused()
    {
        var draft = Begun();
        draft.Submit(Author, Now);

        Assert.Throws<InvalidOperationException>(() => draft.ApproveAsEditor(Author));
        Assert.DoesNotContain(DraftStep.ApproveAsEditor, DraftDesk.StepsOf(draft, Author));
    }

    [Fact]
    public void V2_3_5_Approve_TwiceInTwoRoles_IsRefused()
    {
        var draft = Begun(Sensitivity.Crisis);
        draft.Submit(Author, Now);
        draft.ApproveAsEditor(Editor);

        Assert.Throws<InvalidOperationException>(() => draft.ApproveAsProfessional(Editor));
        Assert.Throws<InvalidOperationException>(() => draft.ApproveAsSafeguarding(Editor));
        draft.ApproveAsProfessional(Professional);
        Assert.Throws<InvalidOperationException>(() => draft.ApproveAsSafeguarding(Professional));
    }

    [Fact]
    public void Crisis_NeedsASafeguardingOfficerToo()
    {
        var draft = Begun(Sensitivity.Crisis);
        draft.Submit(Author, Now);
        draft.ApproveAsEditor(Editor);
        draft.ApproveAsProfessional(Professional);

        Assert.Equal(DraftState.InProfessionalReview, draft.State);
        draft.ApproveAsSafeguarding(Officer);
        Assert.Equal(DraftState.Approved, draft.State);
    }

    [Fact]
    public void Safeguarding_OfAnOrdinaryText_HasNothingToApprove()
    {
        var draft = Begun();
        draft.Submit(Author, Now);
        draft.ApproveAsEditor(Editor);

        Assert.DoesNotContain(DraftStep.ApproveAsSafeguarding, DraftDesk.StepsOf(draft, Officer));
        Assert.Throws<InvalidOperationException>(() => draft.ApproveAsSafeguarding(Officer));
    }

    [Fact]
    public void SendBack_TakesAllApprovalsAway()
    {
        var draft = Begun();
        draft.Submit(Author, Now);
        draft.ApproveAsEditor(Editor);
        draft.ApproveAsProfessional(Professional);

        draft.SendBack();

        Assert.Equal(DraftState.Draft, draft.State);
        Assert.Null(draft.EditorId);
        Assert.Null(draft.ProfessionalId);
    }

    [Fact]
    public void Write_WhileOthersRead_IsRefused()
    {
        var draft = Begun();
        draft.Submit(Author, Now);

        Assert.Throws<InvalidOperationException>(() => draft.Write(draft.Content, Author, Now));
    }

    [Fact]
    public void Write_BySomebodyElse_MakesThatPersonAnAuthorToo()
    {
        var draft = Begun();
        draft.Write(draft.Content, Editor, Now);
        draft.Submit(Author, Now);

        Assert.Throws<InvalidOperationException>(() => draft.ApproveAsEditor(Editor));
    }

    [Theory]
    [InlineData(DraftStep.ApproveAsEditor)]
    [InlineData(DraftStep.ApproveAsProfessional)]
    [InlineData(DraftStep.Publish)]
    [InlineData(DraftStep.Schedule)]
    public void Steps_OfANewDraft_DoNotSkip(DraftStep step) => Assert.DoesNotContain(step, DraftDesk.StepsOf(Begun(), Editor));

    [Fact]
    public void Steps_OfAnotherHousesEditor_AreNone()
    {
        var draft = Begun();
        Assert.Empty(DraftDesk.StepsOf(draft, Stranger));
        draft.Submit(Author, Now);
        Assert.Empty(DraftDesk.StepsOf(draft, Stranger));
    }

    [Fact]
    public void Schedule_InThePast_IsRefused()
    {
        var draft = Begun();
        draft.Submit(Author, Now);
        draft.ApproveAsEditor(Editor);
        draft.ApproveAsProfessional(Professional);

        Assert.Throws<InvalidOperationException>(() => draft.Schedule(Now, Now));
        draft.Schedule(Now.AddMinutes(1), Now);
        Assert.Equal(DraftState.Scheduled, draft.State);
    }

    [Fact]
    public void Bokmal_CanNotBeTakenOut() => Assert.Throws<InvalidOperationException>(() => new DraftContent().Without("nb"));

    private static Draft Begun(Sensitivity sensitivity = Sensitivity.None) =>
        Draft.Begin(PublicationKind.Article, "en-prove", House, new DraftContent { Sensitivity = sensitivity }.With("nb", new DraftContent.Text("En prøve", "Ingress", "Tekst")), Author, Now);

    private static StaffIdentity Person(int id, params StaffRole[] roles) =>
        new() { Id = id, Name = $"Person {id}", SessionId = id, ConfirmedAt = Now, Seats = [.. roles.Select(role => new StaffIdentity.Seat(House, role))] };
}
