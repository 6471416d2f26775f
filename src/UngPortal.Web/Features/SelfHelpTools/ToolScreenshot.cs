using UngPortal.Features.MediaLibrary;
using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>A picture of the media library that shows what a tool looks like, said in words for those who don't see it.</summary>
public sealed class ToolScreenshot
{
    public const int AltMaxLength = MediaItem.AltMaxLength;

    public int Id { get; private set; }

    public int ToolId { get; private set; }

    public required int MediaItemId { get; init; }

    /// <summary>Its place among the tool's, from 1.</summary>
    public required int Position { get; init; }

    public required LocalizedText Alt { get; init; }
}
