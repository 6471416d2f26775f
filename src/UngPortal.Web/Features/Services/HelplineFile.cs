using UngPortal.Platform.Importing;

namespace UngPortal.Features.Services;

/// <summary>Reads <c>content/services/helplines.yml</c>.</summary>
public static class HelplineFile
{
    /// <summary>Every entry without a problem, in the file's order, and all problems.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">The name that problems carry.</param>
    /// <param name="topics">The slugs that exist; null accepts any slug.</param>
    public static (IReadOnlyList<Service> Services, IReadOnlyList<ImportProblem> Problems) Parse(string text, string path, IReadOnlySet<string>? topics = null) =>
        ServiceEntries.Read(text, path, (fields, position) => new HelplineEntry(fields, topics).Read(position));
}
