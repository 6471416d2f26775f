using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Platform.Importing;

/// <summary>Reads YAML text whose writer may have slipped.</summary>
public static class YamlText
{
    /// <summary>The root of the first document, or null with a problem; the offset is added to its line.</summary>
    /// <remarks>The parser's scanner says of some slips, such as a list that is never closed, only that its state is invalid.</remarks>
    public static YamlNode? Root(string file, string yaml, int lineOffset, List<ImportProblem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count > 0 ? stream.Documents[0].RootNode : new YamlScalarNode("");
        }
        catch (Exception fault) when (fault is YamlException or InvalidOperationException or ArgumentException)
        {
            var line = (fault as YamlException)?.Start.Line ?? 1;
            problems.Add(new ImportProblem(file, (int)line + lineOffset, $"This is not valid YAML: {fault.Message}"));
            return null;
        }
    }
}
