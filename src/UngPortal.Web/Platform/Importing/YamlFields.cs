using System.Globalization;
using UngPortal.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Platform.Importing;

/// <summary>Reads the fields of one YAML mapping and notes every fault with its line, so that one reading finds them all. A harmless value comes back for what is missing or wrong.</summary>
/// <remarks>Faults carry the file's name; the line offset is how many lines of the file stand before the YAML text.</remarks>
public sealed class YamlFields(string file, YamlMappingNode map, int lineOffset, List<ImportProblem> problems)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The faults noted so far.</summary>
    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <summary>Notes a fault at the field, or at the mapping when the field is not there.</summary>
    public void Problem(string? key, string message) => Problem(key is null ? null : Node(key), message);

    /// <summary>A text of at least one character.</summary>
    public string Text(string key, int maxLength = int.MaxValue) => OptionalText(key, maxLength) ?? Fail<string>(null, $"'{key}' is missing.", "");

    /// <summary>A text, or null when the field is not there.</summary>
    public string? OptionalText(string key, int maxLength = int.MaxValue)
    {
        if (Node(key) is not { } node)
        {
            return null;
        }

        var text = (node as YamlScalarNode)?.Value?.Trim() ?? "";
        return text.Length == 0 ? Fail(node, $"'{key}' is empty.", "")
            : text.Length > maxLength ? Fail(node, $"'{key}' has {text.Length} characters; at most {maxLength} fit.", text)
            : text;
    }

    /// <summary>A list of texts; empty when the field is not there.</summary>
    public IReadOnlyList<string> List(string key) => [.. Items(key).OfType<YamlScalarNode>().Select(item => item.Value ?? "")];

    /// <summary>A list of slugs, the bad ones left out; with known slugs given, the unknown ones too.</summary>
    public IReadOnlyList<string> Slugs(string key, IReadOnlySet<string>? known = null)
    {
        var slugs = new List<string>();
        foreach (var item in Items(key))
        {
            var slug = (item as YamlScalarNode)?.Value;
            if (Slug.IsValid(slug) && known?.Contains(slug!) != false)
            {
                slugs.Add(slug!);
            }
            else
            {
                Problem(item, $"'{slug}' in '{key}' is unknown or no slug (lower-case a–z, digits and hyphens).");
            }
        }

        return slugs;
    }

    /// <summary>A list of mappings; anything else in it is a fault.</summary>
    public IReadOnlyList<YamlFields> Maps(string key)
    {
        var maps = new List<YamlFields>();
        foreach (var item in Items(key))
        {
            if (item is YamlMappingNode fields)
            {
                maps.Add(new YamlFields(file, fields, lineOffset, problems));
            }
            else
            {
                Problem(item, $"'{key}' must hold fields, not '{item}'.");
            }
        }

        return maps;
    }

    /// <summary>A mapping, or null when the field is not there.</summary>
    public YamlFields? Map(string key) => Node(key) is YamlMappingNode node ? new YamlFields(file, node, lineOffset, problems) : null;

    /// <summary>A date such as 2026-11-23.</summary>
    public DateOnly Date(string key) =>
        DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || Node(key) is null
            ? date
            : Fail(Node(key), $"'{key}' must be a date such as 2026-11-23.", date);

    /// <summary>A whole number from 0 up.</summary>
    public int Number(string key) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || Node(key) is null
            ? number
            : Fail(Node(key), $"'{key}' must be a whole number.", number);

    /// <summary>A text by language code; bokmål must be there. Empty when an optional field is not there.</summary>
    public LocalizedText Localized(string key, bool required = true, int maxLength = int.MaxValue)
    {
        if (Node(key) is not YamlMappingNode versions)
        {
            return required || Node(key) is not null ? Fail(Node(key), $"'{key}' must have a text for each language: nb, nn and en.", new LocalizedText()) : [];
        }

        var fields = new YamlFields(file, versions, lineOffset, problems);
        var codes = versions.Children.Keys.OfType<YamlScalarNode>().Select(code => code.Value ?? "");
        var text = new LocalizedText(codes.Select(code => KeyValuePair.Create(code, fields.OptionalText(code, maxLength) ?? "")));
        return text.ContainsKey(Language.Bokmal.Code) ? text : Fail(versions, $"'{key}' lacks 'nb'.", text);
    }

    /// <summary>One of the words of an enumeration; the fallback stands in when the field is not there, and without one it must be.</summary>
    public T OneOf<T>(string key, T? fallback = null)
        where T : struct, Enum
    {
        var text = fallback is null ? Text(key) : OptionalText(key);
        return text is null or "" ? fallback ?? default
            : Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsDigit(text[0]) ? value
            : Fail(Node(key), $"'{key}' must be one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.", fallback ?? default);
    }

    /// <summary>Notes each field that nobody has read: mostly a misspelt name.</summary>
    public void RefuseTheRest()
    {
        foreach (var key in map.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !_read.Contains(name)))
        {
            Problem(key, $"The field '{key}' is unknown.");
        }
    }

    private IEnumerable<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode items => items.Children,
        var other => Fail<IEnumerable<YamlNode>>(other, $"'{key}' must be a list.", []),
    };

    private YamlNode? Node(string key)
    {
        _read.Add(key);
        return map.Children.TryGetValue(new YamlScalarNode(key), out var node)
            && node is not YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or null } ? node : null;
    }

    private void Problem(YamlNode? node, string message) =>
        problems.Add(new ImportProblem(file, Math.Max(1, (int)(node ?? map).Start.Line) + lineOffset, message));

    private T Fail<T>(YamlNode? node, string message, T value)
    {
        Problem(node, message);
        return value;
    }
}
