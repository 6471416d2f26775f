using UngPortal.Kernel;

namespace UngPortal.Features.Publications;

public sealed record CardsView(IReadOnlyList<Teaser> Teasers, AgeBand? Band = null, int HeadingLevel = 3, string ListClass = "grid");
