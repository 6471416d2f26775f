using UngPortal.Features.Publications;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>How a text looks and reads right now.</summary>
public sealed record DraftPreview(PublicationView View, int Lix, int Words, IReadOnlyList<DraftProblem> Problems)
{
    /// <summary>The aim; above it the text is too heavy for a 13-year-old. Source: product/content.md, "Tone".</summary>
    public const int LixAim = 35;

    public bool IsHeavy => Lix > LixAim;
}
