using System.Globalization;
using UngPortal.Kernel;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Platform.Importing;

/// <summary>Reads the fields of one YAML mapping and notes every fault with its line, so that one reading finds them all.</summary>
public sealed class YamlFields(string file, YamlMappingNode map, int lineOffset, List<ImportProblem> problems)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <summary>Parses a document that must be one mapping; null with a problem when it is not.</summary>
    public static YamlFields? Parse(string file, string yaml, int lineOffset, List<ImportProblem> problems)
    {
        switch (YamlText.Root(file, yaml, lineOffset, problems))
        {
            case YamlMappingNode map:
                return new YamlFields(file, map, lineOffset, problems);
            case null:
                return null;
            default:
                problems.Add(new ImportProblem(file, 1 + lineOffset, "Expected fields such as 'title: …'."));
                return null;
        }
    }

    public void Problem(YamlNode? node, string message) =>
        problems.Add(new ImportProblem(file, (int)(node ?? map).Start.Line + lineOffset, message));

    public string Text(string key, int maxLength = int.MaxValue, bool required = true)
    {
        if (Node(key) is not { } node)
        {
            if (required)
            {
                Problem(null, $"'{key}' is missing.");
            }

            return "";
        }

        var text = (node as YamlScalarNode)?.Value?.Trim() ?? "";
        if (text.Length == 0 && required)
        {
            Problem(node, $"'{key}' is empty.");
        }
        else if (text.Length > maxLength)
        {
            Problem(node, $"'{key}' has {text.Length} characters; at most {maxLength} fit.");
        }

        return text;
    }

    public IReadOnlyList<string> List(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode items => [.. items.OfType<YamlScalarNode>().Select(item => item.Value ?? "")],
        var other => Fail<IReadOnlyList<string>>(other, $"'{key}' must be a list.", []),
    };

    public IReadOnlyList<string> Slugs(string key)
    {
        var slugs = List(key);
        foreach (var slug in slugs.Where(slug => !Slug.IsValid(slug)))
        {
            Problem(Node(key), $"'{slug}' in '{key}' is not a slug (lower-case a–z, digits and hyphens).");
        }

        return slugs;
    }

    public IEnumerable<YamlFields> Maps(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode items => items.OfType<YamlMappingNode>().Select(item => new YamlFields(file, item, lineOffset, problems)),
        var other => Fail<IEnumerable<YamlFields>>(other, $"'{key}' must be a list.", []),
    };

    public YamlFields? Map(string key) => Node(key) is YamlMappingNode node ? new YamlFields(file, node, lineOffset, problems) : null;

    public DateOnly Date(string key)
    {
        var text = Text(key);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        if (text.Length > 0)
        {
            Problem(Node(key), $"'{key}' must be a date such as 2026-11-23.");
        }

        return default;
    }

    public int Number(string key)
    {
        var text = Text(key);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : Fail(Node(key), $"'{key}' must be a whole number.", 0);
    }

    /// <summary>A text by language code; bokmål must be there.</summary>
    public LocalizedText Localized(string key, bool required = true, int maxLength = int.MaxValue)
    {
        if (Node(key) is YamlMappingNode versions)
        {
            foreach (var version in versions.Children.Values.Where(value => value is YamlScalarNode { Value: { } text } && text.Trim().Length > maxLength))
            {
                Problem(version, $"'{key}' has a version that is too long; at most {maxLength} characters fit.");
            }

            var text = new LocalizedText(versions.Children.Select(pair =>
                KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ((pair.Value as YamlScalarNode)?.Value ?? "").Trim())));
            return text.ContainsKey(Language.Bokmal.Code) ? text : Fail(versions, $"'{key}' lacks 'nb'.", text);
        }

        return required ? Fail(Node(key), $"'{key}' must have nb, nn and en.", new LocalizedText()) : [];
    }

    public T OneOf<T>(string key, T fallback)
        where T : struct, Enum
    {
        var text = Text(key, required: false);
        return text.Length == 0 ? fallback
            : Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsDigit(text[0]) ? value
            : Fail(Node(key), $"'{key}' must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.", fallback);
    }

    /// <summary>Notes each field that nobody has read: mostly a misspelt name.</summary>
    public void RefuseTheRest()
    {
        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(key => !_read.Contains(key.Value ?? "")))
        {
            Problem(key, $"The field '{key.Value}' is unknown.");
        }
    }

    private YamlNode? Node(string key)
    {
        _read.Add(key);
        return map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private T Fail<T>(YamlNode? node, string message, T value)
    {
        Problem(node, message);
        return value;
    }
}
