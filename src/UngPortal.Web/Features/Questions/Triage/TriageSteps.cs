using UngPortal.Features.Experts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Topics;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Triage;

/// <summary>What the buttons of the sorting page do.</summary>
public sealed class TriageSteps(QuestionDesk desk, Triaging triaging, Joining joining, AnswerersToday answerers)
{
    /// <summary>What must be mended before the step; none when it may be taken.</summary>
    public async Task<IReadOnlyList<(string Field, string Key)>> ProblemsAsync(OpenedQuestion opened, TriageForm form, IReadOnlyList<Topic> topics, IReadOnlyList<AnsweringRole> roles, CancellationToken cancellationToken)
    {
        var rules = new TriageForm.Validator(topics.Select(topic => topic.Slug).ToHashSet(), roles.Select(role => role.Key).ToHashSet());
        var wrong = form.Step is "bekreft" or "sammen" ? (await rules.ValidateAsync(form, cancellationToken)).Errors : [];
        return wrong.Count > 0 ? wrong.ConvertAll(one => (one.PropertyName, one.ErrorMessage)) : await ProblemAsync(opened, form, cancellationToken) is { } problem ? [problem] : [];
    }

    private async Task<(string Field, string Key)?> ProblemAsync(OpenedQuestion opened, TriageForm form, CancellationToken cancellationToken) => form.Step switch
    {
        "avvis" when form.Grunn is not { } reason || !Enum.IsDefined(reason) || reason == DeclineReason.AlreadyAnswered => (nameof(form.Grunn), "Triage_ReasonMissing"),
        "sammen" when await joining.ProblemAsync(form, cancellationToken) is { } problem => (nameof(form.RodSammen), problem),
        "bekreft" when opened.Question.JoinedCount > 0 && form.Rolle == AnsweringRole.YouthKey => (nameof(form.Rolle), "Together_NotYouth"),
        "bekreft" when form.Rolle == AnsweringRole.YouthKey && !(await answerers.ReadAsync(cancellationToken)).SuitsYouth(form.Alvor, form.Topics) => (nameof(form.Rolle), "Triage_NotYouth"),
        _ => null,
    };

    /// <summary>Takes the step. False when somebody was first: nothing has happened then.</summary>
    public Task<bool> DoAsync(OpenedQuestion opened, TriageForm form, StaffIdentity person, CancellationToken cancellationToken) => form.Step switch
    {
        "hopp" => Task.FromResult(true),
        "skill" => opened.FindJoined(form.Skill!.Value) is { } joined ? desk.PartAsync(joined, person, cancellationToken) : Task.FromResult(false),
        _ when opened.Question.State == QuestionState.Joined && form.Step != "vern" => Task.FromResult(false),
        "sammen" => joining.JoinAsync(opened, form, person, cancellationToken),
        "bekreft" => triaging.ConfirmAsync(opened, form, person, cancellationToken),
        "vern" when opened.Question.State != QuestionState.SafeguardingHold =>
            desk.DoAsync(opened.Question, person, "question-held", question => question.HoldForSafeguarding(desk.Now), cancellationToken),
        "avvis" => desk.DoAsync(opened.Question, person, "question-declined", question => question.Decline(form.Grunn!.Value, desk.Now), cancellationToken, $"{form.Grunn}"),
        "besvart" => triaging.LeadAsync(opened, form.Besvart!.Value, person, cancellationToken),
        _ => Task.FromResult(true),
    };
}
