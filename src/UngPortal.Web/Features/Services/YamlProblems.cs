using UngPortal.Platform.Importing;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Features.Services;

/// <summary>Collects the problems of one entry and turns its lines into lines of the file.</summary>
internal sealed class YamlProblems(string path, int firstLine, List<ImportProblem> problems)
{
    public void Add(YamlNode node, string message) => Add((int)node.Start.Line, message);

    public void Add(int line, string message) => problems.Add(new ImportProblem(path, firstLine - 1 + Math.Max(1, line), message));
}
