using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Desk;

/// <summary>Who may read which question. A platform administrator reads none, whatever else they are. Source: product/access.md, product/questions.md.</summary>
public static class DeskAccess
{
    public static readonly StaffRole[] Answerers = [StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer];
    public static readonly StaffRole[] Sorters = [StaffRole.TriageEditor, StaffRole.SafeguardingOfficer];
    public static readonly StaffRole[] SecondReaders = [StaffRole.ExpertReviewer, StaffRole.SafeguardingOfficer];
    public static readonly StaffRole[] Publishers = [StaffRole.Editor, StaffRole.ChiefEditor];

    public static readonly StaffRole[] Correctors = [.. Publishers, .. SecondReaders];

    /// <summary>Everybody with something to do at the desk.</summary>
    public static readonly StaffRole[] All = [.. Answerers, .. Sorters, .. Publishers];

    /// <summary>Whether the person works at the desk in one of the roles: nobody does who could give the role to themselves.</summary>
    public static bool Has(StaffIdentity person, params ReadOnlySpan<StaffRole> roles) => !person.Is(StaffRole.PlatformAdmin) && person.Is(roles);

    /// <summary>Whether somebody who answers does so as a young person: light questions on few topics, in the role of their own.</summary>
    public static bool IsYouth(StaffIdentity person) => !person.Is(StaffRole.Expert, StaffRole.ExpertReviewer);

    public static bool MayRead(Question question, StaffIdentity person, DateTime now) =>
        Has(person, StaffRole.SafeguardingOfficer)
        || MayWrite(question, person)
        || MaySort(question, person, now)
        || (question is { State: QuestionState.Joined, Head: { } head } && MayRead(head, person, now))
        || (question.State == QuestionState.InReview && (MayReview(question, person) || (Has(person, Answerers) && question.Answer!.AuthorIds.Contains(person.Id))))
        || MayPublish(question, person)
        || MayCorrect(question, person);

    /// <summary>Whether the person has it right now.</summary>
    public static bool MayWrite(Question question, StaffIdentity person) =>
        Has(person, Answerers) && question.State is QuestionState.Claimed or QuestionState.Drafted && question.IsClaimedBy(person.Id);

    /// <summary>Also what waits in the queue or for its asker, so that nothing is left there; what somebody has in hand is theirs until the hour is over.</summary>
    public static bool MaySort(Question question, StaffIdentity person, DateTime now) => question.State switch
    {
        QuestionState.Received or QuestionState.Triaged or QuestionState.Queued or QuestionState.NeedsMore or QuestionState.Rerouted or QuestionState.Joined => Has(person, Sorters),
        QuestionState.Claimed or QuestionState.Drafted => question.ClaimedUntil <= now && Has(person, Sorters),
        QuestionState.SafeguardingHold => Has(person, StaffRole.SafeguardingOfficer),
        _ => false,
    };

    /// <summary>Nobody reads the own answer as a second reader.</summary>
    public static bool MayReview(Question question, StaffIdentity person) =>
        question.State == QuestionState.InReview && Has(person, SecondReaders) && !question.Answer!.AuthorIds.Contains(person.Id);

    /// <summary>Whether the person has written in the answer, or in one that was given with it.</summary>
    public static bool IsAuthor(Question question, StaffIdentity person) =>
        question.Joined.Prepend(question).Any(one => one.Answer?.AuthorIds.Contains(person.Id) == true);

    /// <summary>Editors and second readers mend every answer; who wrote it, the own.</summary>
    public static bool MayCorrect(Question question, StaffIdentity person) =>
        question.IsReadable && (Has(person, Correctors) || (Has(person, StaffRole.Expert, StaffRole.ExpertReviewer) && question.Answer?.AuthorIds.Contains(person.Id) == true));

    /// <summary>Two people for what everybody may read: nobody publishes the own answer.</summary>
    public static bool MayPublish(Question question, StaffIdentity person) => question.IsReadable && Has(person, Publishers) && !IsAuthor(question, person);
}
