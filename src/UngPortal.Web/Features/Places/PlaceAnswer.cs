namespace UngPortal.Features.Places;

/// <summary>What somebody's text says of where they are.</summary>
public abstract record PlaceAnswer
{
    private PlaceAnswer()
    {
    }

    /// <summary>One place and no other.</summary>
    public sealed record Found(Place Place) : PlaceAnswer;

    /// <summary>One of these is meant; there are two at least.</summary>
    public sealed record Several(IReadOnlyList<Place> Places) : PlaceAnswer;

    /// <summary>Four digits that are no postal code.</summary>
    public sealed record NoSuchCode(string Code) : PlaceAnswer;

    /// <summary>Digits, but not four of them.</summary>
    public sealed record NotACode : PlaceAnswer;

    /// <summary>No place is called that; perhaps one of these is meant.</summary>
    public sealed record Unknown(IReadOnlyList<Place> Near) : PlaceAnswer;
}
