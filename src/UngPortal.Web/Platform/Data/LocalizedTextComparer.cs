using Microsoft.EntityFrameworkCore.ChangeTracking;
using UngPortal.Kernel;

namespace UngPortal.Platform.Data;

/// <summary>Two texts are equal when all their versions are.</summary>
public sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>(
    (a, b) => Same(a, b),
    text => text.Aggregate(0, (hash, version) => hash ^ HashCode.Combine(version.Key, version.Value)),
    text => new LocalizedText(text))
{
    private static bool Same(LocalizedText? a, LocalizedText? b) =>
        ReferenceEquals(a, b)
        || (a is not null && b is not null && a.Count == b.Count && a.All(version => b.TryGetValue(version.Key, out var text) && text == version.Value));
}
