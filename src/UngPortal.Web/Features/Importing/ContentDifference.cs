using UngPortal.Features.Publications;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Importing;

/// <summary>One piece of content whose files and whose live text are not the same: the folder and the slug for a name, and what is wrong when the files can't be read.</summary>
public sealed record ContentDifference(string Name, PublicationKind Kind, string Slug, DifferenceState State, int? LiveId, IReadOnlyList<ImportProblem> Problems);
