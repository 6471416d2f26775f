using YamlDotNet.RepresentationModel;

namespace UngPortal.Platform.Importing;

/// <summary>A file that is a YAML list whose items begin with <c>- </c> in the first column. Each is read by itself, so that one that is not even YAML leaves the others alone.</summary>
public static class YamlList
{
    /// <summary>The fields of each item, the line where it begins and its place in the file, from 1; what is no item becomes a problem.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">The name that problems carry.</param>
    /// <param name="problems">Gets the faults.</param>
    public static IEnumerable<(YamlFields Fields, int FirstLine, int Position)> Read(string text, string path, List<ImportProblem> problems)
    {
        var position = 0;
        foreach (var (item, firstLine) in Items(text, path, problems))
        {
            position++;
            if (YamlText.Root(path, item, firstLine - 1, problems) is not YamlSequenceNode { Children: [var entry, ..] })
            {
                continue;
            }

            if (entry is YamlMappingNode map)
            {
                yield return (new YamlFields(path, map, firstLine - 1, problems), firstLine, position);
            }
            else
            {
                problems.Add(new ImportProblem(path, firstLine, "Expected an entry with fields."));
            }
        }
    }

    private static List<(string Text, int FirstLine)> Items(string text, string path, List<ImportProblem> problems)
    {
        List<(string Text, int FirstLine)> items = [];
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                items.Add((line + "\n", number));
            }
            else if (items.Count > 0)
            {
                items[^1] = (items[^1].Text + line + "\n", items[^1].FirstLine);
            }
            else if (line.Trim() is { Length: > 0 } stray && stray[0] != '#' && stray != "---")
            {
                problems.Add(new ImportProblem(path, number, "Expected a list whose entries begin with '- '."));
            }
        }

        return items;
    }
}
