using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>What local services of one kind have in common: what they are, and what one may say there.</summary>
public sealed class ServiceType
{
    public const int KeyMaxLength = 40;
    public const int SummaryMaxLength = 200;
    public const int DescriptionMaxLength = 900;
    public const int LineMaxLength = 160;

    public int Id { get; private set; }

    /// <summary>A slug, such as <c>hfu</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The order in the finder, from 1.</summary>
    public int Position { get; private set; }

    public LocalizedText Name { get; private set; } = [];

    public LocalizedText Summary { get; private set; } = [];

    public LocalizedText Description { get; private set; } = [];

    /// <summary>What one may say there, a line each.</summary>
    public LocalizedText AskThem { get; private set; } = [];

    /// <summary>Stands for a place whose own hours nobody has told.</summary>
    public LocalizedText HoursNote { get; private set; } = [];

    /// <summary>Replaces everything that is said of it.</summary>
    public ServiceType Revise(int position, LocalizedText name, LocalizedText summary, LocalizedText description, LocalizedText askThem, LocalizedText hoursNote)
    {
        (Position, Name, Summary, Description, AskThem, HoursNote) = (position, name, summary, description, askThem, hoursNote);
        return this;
    }

    /// <summary>Its lines in the language.</summary>
    public IReadOnlyList<string> LinesIn(Language language) => AskThem.In(language).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
