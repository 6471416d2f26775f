using UngPortal.Features.Shared;

namespace UngPortal.Features.Publications;

/// <summary>One page of a list of cards and where it stands among the others.</summary>
public sealed record PageOfCards(IReadOnlyList<Teaser> Cards, Pager Pager);
