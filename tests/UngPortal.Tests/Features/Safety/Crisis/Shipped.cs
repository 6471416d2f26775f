using UngPortal.Features.Safety;
using UngPortal.Tests.Features.Search.Engine;

namespace UngPortal.Tests.Features.Safety.Crisis;

/// <summary>The detector with the repository's own patterns.</summary>
internal static class Shipped
{
    public static string Folder { get; } = Path.Combine(ContentFiles.Folder, "safety");

    public static CrisisDetector Detector { get; } = CrisisDetector.Load(Folder);
}
