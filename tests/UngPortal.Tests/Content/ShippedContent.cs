using System.Text;
using System.Text.RegularExpressions;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Markdown;
using UngPortal.Testing;
using YamlDotNet.Serialization;

namespace UngPortal.Tests.Content;

/// <summary>The files under <c>content/</c>, read as they lie there.</summary>
internal static partial class ShippedContent
{
    public static readonly string[] Languages = ["nb", "nn", "en"];

    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();
    private static readonly MarkdownRenderer Markdown = new(["figur", "tjeneste"], "innstilling");

    public static IReadOnlyList<MarkdownFile> Articles { get; } = ReadMarkdown("articles");

    public static IReadOnlyList<MarkdownFile> Pages { get; } = ReadMarkdown("pages");

    /// <summary>The starter library.</summary>
    public static IReadOnlyList<MarkdownFile> Questions { get; } = ReadMarkdown("questions");

    /// <summary>The keys of those who answer.</summary>
    public static IReadOnlyList<string> Roles { get; } = [.. Lines("questions/roles.yml", "- key: ")];

    /// <summary>The text blocks for those who answer.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Snippets { get; } = Yaml.Deserialize<List<Dictionary<string, object?>>>(File.ReadAllText(Path("questions", "snippets.yml"), Encoding.UTF8));

    public static IReadOnlyList<YamlFile> Illustrations { get; } = ReadYaml("illustrations");

    public static IReadOnlyList<YamlFile> Videos { get; } = ReadYaml("videos");

    /// <summary>The ids of the register of services.</summary>
    public static HashSet<string> Services { get; } = [.. Lines("services/helplines.yml", "- id: ")];

    /// <summary>Each topic with the main topic it stands under.</summary>
    public static Dictionary<string, string> RootOfTopic { get; } = ReadTopics();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Repository.Content, .. parts]);

    /// <summary>All that a reader reads, but for names that stand in the register and not in the text.</summary>
    public static string WithoutReferences(MarkdownFile file) =>
        $"{file.Title}.\n{file.Fields.Text("ingress")}\n{Markdown.Render(Reference().Replace(file.Body, "")).PlainText}";

    /// <summary>A value of a YAML mapping as a list of texts; empty when it is absent.</summary>
    public static IReadOnlyList<string> List(this IReadOnlyDictionary<string, object?> fields, string key) =>
        fields.GetValueOrDefault(key) is List<object> items ? [.. items.OfType<string>()] : [];

    public static string Text(this IReadOnlyDictionary<string, object?> fields, string key) => fields.GetValueOrDefault(key) as string ?? "";

    /// <summary>A value that is a text for each language.</summary>
    public static Dictionary<string, string> Localized(this IReadOnlyDictionary<string, object?> fields, string key) =>
        fields.GetValueOrDefault(key) is Dictionary<object, object?> versions ? versions.ToDictionary(pair => (string)pair.Key, pair => (pair.Value as string ?? "").Trim(), StringComparer.Ordinal) : [];

    private static List<MarkdownFile> ReadMarkdown(string folder) =>
    [
        .. Directory.EnumerateFiles(Path(folder), "*.md").Order(StringComparer.Ordinal).Select(path =>
        {
            var name = System.IO.Path.GetFileName(path).Split('.');
            var parts = FrontMatter.Split(File.ReadAllText(path, Encoding.UTF8))!;
            return new MarkdownFile(name[0], name[1], Yaml.Deserialize<Dictionary<string, object?>>(parts.Yaml), parts.Body, Markdown.Render(parts.Body));
        }),
    ];

    private static List<YamlFile> ReadYaml(string folder) => Directory.Exists(Path(folder))
        ? [.. Directory.EnumerateFiles(Path(folder), "*.yml").Order(StringComparer.Ordinal).Select(path => new YamlFile(System.IO.Path.GetFileNameWithoutExtension(path), Yaml.Deserialize<Dictionary<string, object?>>(File.ReadAllText(path, Encoding.UTF8))))]
        : [];

    [GeneratedRegex(@"\[\[[^\]]*\]\]|^:::+ *(?:tjeneste|figur) .*?^:::+ *$", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Reference();

    private static IEnumerable<string> Lines(string file, string start) =>
        File.ReadLines(Path(file)).Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line[start.Length..].Trim());

    private static Dictionary<string, string> ReadTopics()
    {
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var root in Yaml.Deserialize<List<Dictionary<object, object?>>>(File.ReadAllText(Path("topics.yml"), Encoding.UTF8)))
        {
            Add(root, (string)root["slug"]!);
        }

        return roots;

        void Add(Dictionary<object, object?> topic, string root)
        {
            roots[(string)topic["slug"]!] = root;
            foreach (var child in (topic.GetValueOrDefault("children") as List<object> ?? []).Cast<Dictionary<object, object?>>())
            {
                Add(child, root);
            }
        }
    }
}

/// <summary>One language version of an article or page.</summary>
internal sealed record MarkdownFile(string Slug, string Language, IReadOnlyDictionary<string, object?> Fields, string Body, RenderedMarkdown Rendered)
{
    public string Title => Fields.Text("title");

    /// <summary>All that a reader reads.</summary>
    public string Prose => $"{Title}.\n{Fields.Text("ingress")}\n{Rendered.PlainText}";

    public override string ToString() => $"{Slug}.{Language}.md";
}

/// <summary>What describes an illustration or a video.</summary>
internal sealed record YamlFile(string Slug, IReadOnlyDictionary<string, object?> Fields);
