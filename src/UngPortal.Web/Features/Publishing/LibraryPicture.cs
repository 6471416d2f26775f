using UngPortal.Features.MediaLibrary;
using UngPortal.Features.Publications;

namespace UngPortal.Features.Publishing;

/// <summary>A picture of the media library that a draft may show.</summary>
/// <param name="Name">What the library calls it.</param>
/// <param name="Picture">The file that a page shows.</param>
/// <param name="Creator">Who made it.</param>
/// <param name="Licence">On what terms it may be shown.</param>
public sealed record LibraryPicture(string Name, PublicationFacts.Picture Picture, string Creator, MediaLicence Licence);
