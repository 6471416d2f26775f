using UngPortal.Features.Places;

namespace UngPortal.Features.Services;

/// <summary>What is said to somebody who wrote where they are, as <c>_PlaceAnswer</c> draws it: nothing when the place is known.</summary>
/// <param name="Answer">What the text said.</param>
/// <param name="PathTo">The address of the same page for the name of another place.</param>
public sealed record PlaceReply(PlaceAnswer Answer, Func<string, string> PathTo)
{
    /// <summary>The places one of which may be meant.</summary>
    public IReadOnlyList<Place> Meant => Answer switch
    {
        PlaceAnswer.Unknown unknown => unknown.Near,
        PlaceAnswer.Several several => several.Places,
        _ => [],
    };
}
