using UngPortal.Features.Publications;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Importing;

/// <summary>The files that together are one publication.</summary>
public sealed record ContentPiece(SourceFile Source, PublicationKind Kind, string Slug);
