using UngPortal.Platform.Importing;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Features.Services;

/// <summary>Reads <c>content/services/helplines.yml</c>: a YAML list whose items begin with <c>- </c> in the first column.</summary>
public static class HelplineFile
{
    /// <summary>Every entry without a problem, in the file's order, and all problems. Each entry is read by itself, so that one that is not even YAML leaves the others alone.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">The name that problems carry.</param>
    /// <param name="topics">The slugs that exist; null accepts any slug.</param>
    public static (IReadOnlyList<Service> Services, IReadOnlyList<ImportProblem> Problems) Parse(string text, string path, IReadOnlySet<string>? topics = null)
    {
        List<Service> services = [];
        List<ImportProblem> problems = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var position = 0;

        foreach (var (entryText, firstLine) in Entries(text, path, problems))
        {
            position++;
            var before = problems.Count;
            var service = Read(entryText, path, firstLine, position, topics, problems);
            if (service is not null && problems.Count == before)
            {
                if (seen.Add(service.Slug))
                {
                    services.Add(service);
                }
                else
                {
                    problems.Add(new ImportProblem(path, firstLine, $"There is already an entry with the id {service.Slug}."));
                }
            }
        }

        return (services, problems);
    }

    private static Service? Read(string entryText, string path, int firstLine, int position, IReadOnlySet<string>? topics, List<ImportProblem> problems)
    {
        if (YamlText.Root(path, entryText, firstLine - 1, problems) is not YamlSequenceNode { Children: [var entry, ..] })
        {
            return null;
        }

        if (entry is YamlMappingNode map)
        {
            return new HelplineEntry(new YamlFields(path, map, firstLine - 1, problems), topics).Read(position);
        }

        problems.Add(new ImportProblem(path, firstLine, "Expected an entry with fields."));
        return null;
    }

    private static List<(string Text, int FirstLine)> Entries(string text, string path, List<ImportProblem> problems)
    {
        List<(string Text, int FirstLine)> entries = [];
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                entries.Add((line + "\n", number));
            }
            else if (entries.Count > 0)
            {
                entries[^1] = (entries[^1].Text + line + "\n", entries[^1].FirstLine);
            }
            else if (line.Trim() is { Length: > 0 } stray && stray[0] != '#' && stray != "---")
            {
                problems.Add(new ImportProblem(path, number, "Expected a list whose entries begin with '- '."));
            }
        }

        return entries;
    }
}
