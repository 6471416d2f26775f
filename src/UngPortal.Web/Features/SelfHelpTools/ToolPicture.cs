using UngPortal.Features.MediaLibrary;
using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>A screenshot as readers see it: its files now, and what it shows.</summary>
public sealed record ToolPicture(IReadOnlyList<MediaPicture.File> Files, LocalizedText Alt)
{
    private const string Narrow = "(min-width: 40rem) 200px, 45vw";
    private const string Wide = "(min-width: 40rem) 480px, 92vw";

    /// <summary>Whether it is wider than high: then two beside each other would be too small to read on a phone.</summary>
    public bool IsWide => Files.Count > 0 && Files[0].Width > Files[0].Height;

    public MediaPicture In(Language language) => new(Files, Alt.In(language), 0.5, 0.5, IsWide ? Wide : Narrow);
}
