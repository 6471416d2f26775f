using UngPortal.Features.Publications;
using UngPortal.Features.Services;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>What stands in the editor's pickers: what is chosen, and what the search found.</summary>
/// <param name="Words">What was searched for.</param>
/// <param name="Related">The chosen articles, in order; without a title when there is no such article.</param>
/// <param name="RelatedHits">Articles that could be chosen.</param>
/// <param name="Illustrations">The chosen illustration first, then those that could be chosen.</param>
/// <param name="Pictures">The chosen pictures of an illustration, in order.</param>
/// <param name="PictureHits">Pictures of the library that could be chosen.</param>
/// <param name="Local">The chosen local services; without a card when there is no such service any more.</param>
/// <param name="LocalHits">Local services that could be chosen.</param>
public sealed record EditorPicks(
    PickerForm Words,
    IReadOnlyList<EditorPicks.Article> Related,
    IReadOnlyList<EditorPicks.Article> RelatedHits,
    IReadOnlyList<IllustrationFigure> Illustrations,
    IReadOnlyList<EditorPicks.Chosen> Pictures,
    IReadOnlyList<LibraryPicture> PictureHits,
    IReadOnlyList<(string Slug, ServiceCard? Card)> Local,
    IReadOnlyList<ServiceCard> LocalHits)
{
    public sealed record Article(string Slug, string? Title);

    /// <summary>A chosen picture and what the form calls it.</summary>
    public sealed record Chosen(string Value, PublicationFacts.Picture Picture);
}
