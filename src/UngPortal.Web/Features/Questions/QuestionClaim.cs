using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <summary>That somebody took a question from the queue: what well-being limits and the week's figures are counted from.</summary>
public sealed class QuestionClaim
{
    public int Id { get; private set; }

    public required Guid QuestionId { get; init; }

    public required int StaffId { get; init; }

    public required DateTime At { get; init; }

    public required Severity Severity { get; init; }
}
