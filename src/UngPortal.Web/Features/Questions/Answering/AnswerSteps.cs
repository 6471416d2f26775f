using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Answering;

/// <summary>What the buttons of the answer page do; each is one save with its audit entry.</summary>
public sealed class AnswerSteps(QuestionDesk desk, AnswerSending sending, WritingHelp help)
{
    /// <summary>What must be mended before the step may be taken.</summary>
    public async Task<IReadOnlyList<(string Field, string Key)>> ProblemsAsync(OpenedQuestion opened, AnswerForm form, AnswerChecks checks, CancellationToken cancellationToken) => form.Step switch
    {
        _ when form.Versjon != AnswerForm.VersionOf(opened.Question) => [("", "Desk_WasFirst")],
        "send" or "lagre" or null when form.HasTooManyServices => [(nameof(form.Tjeneste), "Answer_ServicesMany")],
        "send" when await help.IsCopyAsync(opened, form.ToContent(), cancellationToken) => [(nameof(form.Forklaring), "Check_Copy")],
        "send" => [.. checks.Problems.Select(problem => ("", problem)), .. checks.AreLeft(form) ? [(nameof(form.Sett), "Publish_MarksLeft")] : Array.Empty<(string, string)>(), .. form.HasTicks ? Array.Empty<(string, string)>() : [(nameof(form.SvarerPa), "Check_Ticks")]],
        "mer" when AskedText.LengthOf(AskedText.Clean(form.Mer)) is < Question.TextMinLength or > Question.AdditionMaxLength => [(nameof(form.Mer), "Answer_MoreWrite")],
        "mer" when opened.Question.MoreAskedAt is not null => [(nameof(form.Mer), "Answer_MoreOnce")],
        "avvis" when form.Grunn is not { } reason || !Enum.IsDefined(reason) || reason == DeclineReason.AlreadyAnswered => [(nameof(form.Grunn), "Triage_ReasonMissing")],
        _ => [],
    };

    /// <summary>Takes the step. False when somebody was first: nothing has happened then.</summary>
    public Task<bool> DoAsync(OpenedQuestion opened, AnswerForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var content = form.ToContent();
        Task<bool> KeepAndAsync(string action, Action<Question> verb) => desk.DoAsync(
            opened.Question,
            person,
            action,
            question =>
            {
                Write(opened, content, person);
                verb(question);
            },
            cancellationToken);

        return form.Step switch
        {
            "send" => sending.SendAsync(opened, content, person, cancellationToken),
            "slipp" => KeepAndAsync("question-let-go", question => question.LetGo()),
            "annen" => KeepAndAsync("question-rerouted", question => question.Reroute()),
            "vern" => KeepAndAsync("question-held", question => question.HoldForSafeguarding(desk.Now)),
            "mer" => KeepAndAsync("question-more-asked", question => question.AskForMore(opened.Texts.SealRequest(question.Id, AskedText.Clean(form.Mer)), person.Id, desk.Now)),
            "skill" => PartAsync(opened, form.Skill!.Value, content, person, cancellationToken),
            "avvis" => desk.DoAsync(opened.Question, person, "question-declined", question => question.Decline(form.Grunn!.Value, desk.Now), cancellationToken, $"{form.Grunn}"),
            _ => KeepAsync(opened, content, person, cancellationToken),
        };
    }

    /// <summary>Keeps the draft and renews the claim.</summary>
    public async Task<bool> KeepAsync(OpenedQuestion opened, AnswerContent content, StaffIdentity person, CancellationToken cancellationToken)
    {
        var question = opened.Question;
        var from = question.State;
        question.Write(opened.Texts.SealContent(question.Id, content), person.Id, desk.Now);
        if (question.State != from)
        {
            desk.Note(question, person, "question-drafted", from);
        }

        return await desk.SaveAsync(cancellationToken);
    }

    /// <summary>Keeps the draft as the button does, while its author writes on. Returns the status that the page's script goes by: 503 asks it to come again, since it was not this text that was changed meanwhile.</summary>
    public async Task<int> KeepMeanwhileAsync(OpenedQuestion opened, AnswerForm form, bool isValid, StaffIdentity person, CancellationToken cancellationToken)
    {
        var (content, version) = (form.ToContent(), AnswerForm.VersionOf(opened.Question));
        if (form.Versjon != version)
        {
            return StatusCodes.Status409Conflict;
        }

        // Nothing is no draft: whoever opens a question and lets it go has not written in it.
        return !isValid || form.HasTooManyServices ? StatusCodes.Status422UnprocessableEntity
            : content is { Length: 0, Services.Count: 0, Articles.Count: 0 } && version == AnswerForm.NotBegun ? StatusCodes.Status200OK
            : await KeepAsync(opened, content, person, cancellationToken) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>Takes one of those that are answered together away from the others.</summary>
    private Task<bool> PartAsync(OpenedQuestion opened, Guid joinedId, AnswerContent content, StaffIdentity person, CancellationToken cancellationToken)
    {
        if (opened.FindJoined(joinedId) is not { } joined)
        {
            return Task.FromResult(false);
        }

        Write(opened, content, person);
        return desk.PartAsync(joined, person, cancellationToken);
    }

    /// <summary>What was written stays, for oneself or for whoever comes next.</summary>
    private void Write(OpenedQuestion opened, AnswerContent content, StaffIdentity person)
    {
        if (content.Length > 0)
        {
            opened.Question.Write(opened.Texts.SealContent(opened.Question.Id, content), person.Id, desk.Now);
        }
    }
}
