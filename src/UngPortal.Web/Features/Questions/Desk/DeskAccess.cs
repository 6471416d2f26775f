using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Desk;

/// <summary>Who may read which question. A platform administrator reads none. Source: product/access.md, product/questions.md.</summary>
public static class DeskAccess
{
    public static readonly StaffRole[] Answerers = [StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer];
    public static readonly StaffRole[] Sorters = [StaffRole.TriageEditor, StaffRole.SafeguardingOfficer];
    public static readonly StaffRole[] SecondReaders = [StaffRole.ExpertReviewer, StaffRole.SafeguardingOfficer];
    public static readonly StaffRole[] Publishers = [StaffRole.Editor, StaffRole.ChiefEditor];

    public static readonly StaffRole[] Correctors = [.. Publishers, .. SecondReaders];

    /// <summary>Everybody with something to do at the desk.</summary>
    public static readonly StaffRole[] All = [.. Answerers, .. Sorters, .. Publishers];

    public static bool MayRead(Question question, StaffIdentity person) =>
        person.Is(StaffRole.SafeguardingOfficer)
        || MayWrite(question, person)
        || MaySort(question, person)
        || (question is { State: QuestionState.Joined, Head: { } head } && MayRead(head, person))
        || (question.State == QuestionState.InReview && (MayReview(question, person) || (person.Is(Answerers) && question.Answer!.AuthorIds.Contains(person.Id))))
        || MayPublish(question, person)
        || MayCorrect(question, person);

    /// <summary>Whether the person has it right now.</summary>
    public static bool MayWrite(Question question, StaffIdentity person) =>
        person.Is(Answerers) && question.State is QuestionState.Claimed or QuestionState.Drafted && question.IsClaimedBy(person.Id);

    public static bool MaySort(Question question, StaffIdentity person) => question.State switch
    {
        QuestionState.Received or QuestionState.Triaged or QuestionState.Rerouted or QuestionState.Joined => person.Is(Sorters),
        QuestionState.SafeguardingHold => person.Is(StaffRole.SafeguardingOfficer),
        _ => false,
    };

    /// <summary>Nobody reads the own answer as a second reader.</summary>
    public static bool MayReview(Question question, StaffIdentity person) =>
        question.State == QuestionState.InReview && person.Is(SecondReaders) && !question.Answer!.AuthorIds.Contains(person.Id);

    /// <summary>Whether the person has written in the answer, or in one that was given with it.</summary>
    public static bool IsAuthor(Question question, StaffIdentity person) =>
        question.Joined.Prepend(question).Any(one => one.Answer?.AuthorIds.Contains(person.Id) == true);

    /// <summary>Editors and second readers mend every answer; who wrote it, the own.</summary>
    public static bool MayCorrect(Question question, StaffIdentity person) =>
        question.IsReadable && (person.Is(Correctors) || (person.Is(StaffRole.Expert, StaffRole.ExpertReviewer) && question.Answer?.AuthorIds.Contains(person.Id) == true));

    /// <summary>Two people for what everybody may read: nobody publishes the own answer.</summary>
    public static bool MayPublish(Question question, StaffIdentity person) => question.IsReadable && person.Is(Publishers) && !IsAuthor(question, person);
}
