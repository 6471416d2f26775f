using UngPortal.Features.MediaLibrary;
using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>A screenshot as readers see it: its files now, and what it shows.</summary>
public sealed record ToolPicture(IReadOnlyList<MediaPicture.File> Files, LocalizedText Alt)
{
    private const string Width = "(min-width: 64rem) 240px, 45vw";

    public MediaPicture In(Language language) => new(Files, Alt.In(language), 0.5, 0.5, Width);
}
