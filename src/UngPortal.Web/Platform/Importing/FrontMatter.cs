namespace UngPortal.Platform.Importing;

/// <summary>A Markdown file cut in two: the YAML between the <c>---</c> lines, and the body with the line it starts on.</summary>
public sealed record FrontMatter(string Yaml, string Body, int BodyLine)
{
    public const int YamlLine = 2;

    public static FrontMatter? Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");
        return lines[0].TrimEnd() == "---" && end > 0
            ? new FrontMatter(string.Join('\n', lines[1..end]), string.Join('\n', lines[(end + 1)..]), end + 2)
            : null;
    }
}
