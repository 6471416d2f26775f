using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <content>What it has told of itself; what it hasn't told nobody knows.</content>
public sealed partial class Service
{
    public const int LanguagesMaxLength = 400;
    public const int ToldMaxLength = 600;
    public const int SaidMaxLength = 400;
    public const int RunByMaxLength = 200;

    /// <summary>In which languages one is helped, as codes of <see cref="SpokenLanguages"/>; empty when nobody has told.</summary>
    public string[] Languages { get; private set; } = [];

    /// <summary>Which of <see cref="ToldFacts"/> it has told.</summary>
    public string[] Told { get; private set; } = [];

    /// <summary>What happens to what one tells them, in their own words; empty when nobody has said.</summary>
    public LocalizedText Confidentiality { get; private set; } = [];

    /// <summary>What is otherwise than usual for a short time; mostly empty.</summary>
    public LocalizedText Alert { get; private set; } = [];

    /// <summary>What it costs, in their own words; empty when nobody has said, and when it is told that it is free.</summary>
    public LocalizedText Cost { get; private set; } = [];

    /// <summary>The name of the organisation that answers for it, as it says itself; null when nobody has told. Never a person’s.</summary>
    public string? RunBy { get; private set; }

    /// <summary>A name as it is kept: on one line; null when there is none.</summary>
    public static string? RunByOf(string? written) =>
        string.Join(' ', (written ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } name ? name : null;

    private void Tell(ServiceFacts facts)
    {
        if (facts.Cost.Count > 0 && facts.Told.Contains(ToldFacts.Free))
        {
            throw new InvalidOperationException("What is free has no price.");
        }

        var (languages, told) = (ToldFacts.Sorted(SpokenLanguages.All, facts.Languages), ToldFacts.Sorted(ToldFacts.All, facts.Told));
        Languages = Languages.SequenceEqual(languages) ? Languages : languages;
        Told = Told.SequenceEqual(told) ? Told : told;
        (Confidentiality, Alert, Cost, RunBy) = (facts.Confidentiality, facts.Alert, facts.Cost, RunByOf(facts.RunBy));
    }
}
