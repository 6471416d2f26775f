using UngPortal.Features.Publications;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>How a text looks and reads right now.</summary>
/// <param name="View">The text as its page would show it.</param>
/// <param name="Lix">Its LIX.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="Hosts">The other sites that it and its sources lead to.</param>
/// <param name="Problems">What must be mended in this version or in all.</param>
public sealed record DraftPreview(PublicationView View, int Lix, int Words, IReadOnlyList<string> Hosts, IReadOnlyList<DraftProblem> Problems)
{
    /// <summary>The aim; above it the text is too heavy for a 13-year-old. Source: product/content.md, "Tone".</summary>
    public const int LixAim = 35;

    /// <summary>A handful of words says nothing about how heavy a text is.</summary>
    private const int FewWords = 20;

    public bool IsHeavy => Lix > LixAim && Words >= FewWords;
}
