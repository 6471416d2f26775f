using UngPortal.Features.Places;
using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.Choosing;

/// <summary>What somebody has chosen so far.</summary>
/// <param name="IsAboutSaid">Whether they have said what it is about, or that they can't say.</param>
/// <param name="About">What it is about; null before anybody said so, and when nobody can say.</param>
/// <param name="Haste">How soon they need help.</param>
/// <param name="Manner">How they would like to get it.</param>
public sealed record Chosen(bool IsAboutSaid, Topic? About, Haste? Haste, Manner? Manner)
{
    /// <summary>How old they are; null unless they say.</summary>
    public AgeBand? Age { get; init; }

    /// <summary>What the text for the place said; null when there was none.</summary>
    public PlaceAnswer? Where { get; init; }

    /// <summary>Where they are; null as long as nobody knows.</summary>
    public Place? Place => (Where as PlaceAnswer.Found)?.Place;

    /// <summary>From 1; beyond the last question stand the suggestions.</summary>
    public int Step => !IsAboutSaid ? 1 : Haste is null ? 2 : Haste == Choosing.Haste.Now || Manner is not null ? 4 : 3;

    /// <summary>Somebody in danger doesn't choose how.</summary>
    public Manner Way => Haste == Choosing.Haste.Now ? Choosing.Manner.Talk : Manner!.Value;

    /// <summary>Whether asking an expert, who answers within days, is among the suggestions.</summary>
    public bool IsAskingSuggested => Manner == Choosing.Manner.Write && Haste == Choosing.Haste.Later;
}
