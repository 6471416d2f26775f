using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Triage;

/// <summary>An open question that seems to ask the same, with its text for as long as the page is made.</summary>
/// <param name="Id">The question's id.</param>
/// <param name="State">Where it waits.</param>
/// <param name="Severity">How hard it is.</param>
/// <param name="Age">The asker's age.</param>
/// <param name="Topics">Slugs of its topics, or of the one that the asker chose.</param>
/// <param name="AskedAt">When it was asked, UTC.</param>
/// <param name="Text">What it says.</param>
public sealed record LikelyDuplicate(Guid Id, QuestionState State, Severity Severity, int Age, IReadOnlyList<string> Topics, DateTime AskedAt, string Text);
