using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Platform.Importing;

/// <summary>Reads YAML text; what is no YAML becomes a problem with its line.</summary>
public static class YamlText
{
    /// <summary>The root of the text, or null with a problem noted.</summary>
    public static YamlNode? Root(string file, string yaml, int lineOffset, List<ImportProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ } document, ..])
            {
                return document.RootNode;
            }

            problems.Add(new ImportProblem(file, 1 + lineOffset, "The file is empty."));
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException or ArgumentException)
        {
            // Of some slips, such as a list that is never closed, the parser says only that its state is invalid.
            var line = (fault as YamlException)?.Start.Line ?? 1;
            problems.Add(new ImportProblem(file, Math.Max(1, (int)line) + lineOffset, $"This is not valid YAML: {fault.Message}"));
        }

        return null;
    }

    /// <summary>The items of a file that must be one list; null where there is no such file, or one that is refused in the report.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="shown">The file's path in it, as reports show it.</param>
    /// <param name="items">What it is a list of, in the plural.</param>
    /// <param name="report">Takes what is wrong.</param>
    public static IList<YamlNode>? List(string folder, string shown, string items, ImportReport report)
    {
        var (path, problems) = (Path.Combine(folder, shown), new List<ImportProblem>());
        if (!File.Exists(path))
        {
            return null;
        }

        if (SourceFile.ReadTextOrReport(path, shown, problems) is { } text && Root(shown, text, 0, problems) is YamlSequenceNode list)
        {
            return list.Children;
        }

        report.Reject(problems.Count > 0 ? problems : [new ImportProblem(shown, 1, $"Expected a list of {items}.")]);
        return null;
    }

    /// <summary>The fields of a text that must be one mapping, or null with a problem noted.</summary>
    public static YamlFields? Fields(string file, string yaml, int lineOffset, List<ImportProblem> problems)
    {
        var root = Root(file, yaml, lineOffset, problems);
        if (root is YamlMappingNode map)
        {
            return new YamlFields(file, map, lineOffset, problems);
        }

        if (root is not null)
        {
            problems.Add(new ImportProblem(file, (int)root.Start.Line + lineOffset, "Expected fields such as 'title: …'."));
        }

        return null;
    }
}
