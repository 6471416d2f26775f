using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <content>What it looks like.</content>
public sealed partial class Tool
{
    public const int ScreenshotsMost = 6;

    private readonly List<ToolScreenshot> _screenshots = [];

    public IReadOnlyList<ToolScreenshot> Screenshots => _screenshots;

    /// <summary>Shows these pictures, in this order, and no others; the tool's own must have been read before.</summary>
    public void Show(IReadOnlyList<(int MediaItemId, LocalizedText Alt)> pictures, DateTime now)
    {
        if (pictures.Count > ScreenshotsMost || pictures.DistinctBy(picture => picture.MediaItemId).Count() < pictures.Count)
        {
            throw new InvalidOperationException($"A tool shows at most {ScreenshotsMost} pictures, each of them once.");
        }

        if (pictures.Any(picture => !picture.Alt.ContainsKey(Language.Bokmal.Code)))
        {
            throw new InvalidOperationException("A screenshot says in bokmål what it shows.");
        }

        _screenshots.Clear();
        _screenshots.AddRange(pictures.Select((picture, at) => new ToolScreenshot { MediaItemId = picture.MediaItemId, Position = at + 1, Alt = picture.Alt }));
        ChangedAt = now;
    }
}
