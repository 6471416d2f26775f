using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <summary>A time when no questions are taken in, such as Christmas; what somebody in danger writes always is. Source: product/questions.md, "Capacity".</summary>
public sealed class ClosingPeriod
{
    public const int TextMaxLength = 500;

    public int Id { get; private set; }

    public required DateTime From { get; init; }

    public required DateTime Until { get; init; }

    /// <summary>What visitors read meanwhile, in each language.</summary>
    public required LocalizedText Text { get; init; }
}
