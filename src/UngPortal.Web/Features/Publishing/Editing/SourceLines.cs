using UngPortal.Features.Publications;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Sources as they are typed: one a line, title | publisher | address.</summary>
internal static class SourceLines
{
    public static string Of(IEnumerable<PublicationFacts.Source> sources) => string.Join('\n', sources.Select(source => $"{source.Title} | {source.Publisher} | {source.Url}"));

    /// <summary>The lines that are sources; the others are left out.</summary>
    public static IReadOnlyList<PublicationFacts.Source> Read(string? text) => [.. Lines(text).Select(SourceOf).OfType<PublicationFacts.Source>()];

    public static bool AreGood(string? text) =>
        Lines(text) is { Length: <= DraftContent.SourcesMost } lines && Array.TrueForAll(lines, line => line.Length <= DraftContent.SourceMaxLength && SourceOf(line) is not null);

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static PublicationFacts.Source? SourceOf(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries) is [{ Length: > 0 } title, { Length: > 0 } publisher, var url] && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new PublicationFacts.Source(title, publisher, url)
            : null;
}
