using System.Text;
using System.Text.RegularExpressions;
using UngPortal.Features.Search;
using UngPortal.Features.Search.Engine;
using YamlDotNet.Serialization;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>The repository's own articles and word lists, read as simply as can be.</summary>
internal static partial class ContentFiles
{
    public static string Folder { get; } = Find();

    public static SearchLexicon Lexicon { get; } = SearchLexicon.Load(Path.Combine(Folder, "search"));

    public static List<SearchDocument> Articles()
    {
        var topics = Topics();
        return [.. Directory.EnumerateFiles(Path.Combine(Folder, "articles"), "*.md").Order(StringComparer.Ordinal).Select(file => Read(file, topics))];
    }

    private static SearchDocument Read(string file, Dictionary<string, Topic> topics)
    {
        var name = Path.GetFileNameWithoutExtension(file).Split('.');
        var parts = File.ReadAllText(file, Encoding.UTF8).Split("---", 3, StringSplitOptions.None);
        var front = new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<Front>(parts[1]);
        var chain = front.topics.SelectMany(slug => Chain(topics, slug)).Distinct().ToList();
        return new SearchDocument
        {
            Kind = "article",
            Key = $"article:{name[0]}",
            Path = $"/artikler/{name[0]}",
            Language = name[1],
            Title = front.title,
            Ingress = front.ingress,
            Body = Markup().Replace(parts[2], " "),
            Topics = chain,
            TopicNames = [.. front.topics.Where(topics.ContainsKey).Select(slug => topics[slug].Names[name[1]])],
            AgeBands = front.ageBands,
            Year = 2026,
            PublishedAt = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc),
            Sensitivity = front.sensitivity,
            ForFriends = front.readers == "friends",
        };
    }

    private static IEnumerable<string> Chain(Dictionary<string, Topic> topics, string slug)
    {
        for (var at = slug; at is not null; at = topics.GetValueOrDefault(at)?.Parent)
        {
            yield return at;
        }
    }

    private static Dictionary<string, Topic> Topics()
    {
        var found = new Dictionary<string, Topic>(StringComparer.Ordinal);
        var roots = new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, object>>>(File.ReadAllText(Path.Combine(Folder, "topics.yml"), Encoding.UTF8));
        roots.ForEach(root => Add(root, null));
        return found;

        void Add(Dictionary<string, object> topic, string? parent)
        {
            var slug = (string)topic["slug"];
            found[slug] = new Topic(parent, new[] { "nb", "nn", "en" }.ToDictionary(language => language, language => (string)topic[language]));
            foreach (var child in topic.GetValueOrDefault("children") as List<object> ?? [])
            {
                Add(((Dictionary<object, object>)child).ToDictionary(pair => (string)pair.Key, pair => pair.Value), slug);
            }
        }
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "UngPortal.sln")))
            {
                return Path.Combine(folder.FullName, "content");
            }
        }

        throw new DirectoryNotFoundException("The tests run inside the repository.");
    }

    [GeneratedRegex(@"\[\[[^\]]*\]\]|\]\([^)]*\)|^:::.*?$|[#*>\[\]|]", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Markup();

    private sealed record Topic(string? Parent, Dictionary<string, string> Names);

#pragma warning disable IDE1006, CA1812 // YAML's names; made by the deserializer.
    private sealed class Front
    {
        public string title { get; set; } = "";

        public string ingress { get; set; } = "";

        public List<string> topics { get; set; } = [];

        public List<string> ageBands { get; set; } = [];

        public string sensitivity { get; set; } = "none";

        public string readers { get; set; } = "";
    }
#pragma warning restore IDE1006, CA1812
}
