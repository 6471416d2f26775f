using System.Globalization;
using UngPortal.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Features.Services;

/// <summary>A YAML mapping read key by key; what is missing or wrong becomes a problem with its line, and a harmless value comes back.</summary>
internal sealed class YamlFields(YamlMappingNode map, YamlProblems problems)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Text(string key, int maxLength) => Has(key) ? OptionalText(key, maxLength) ?? "" : "";

    public string? OptionalText(string key, int maxLength)
    {
        if (Node(key) is not { } node)
        {
            return null;
        }

        if (node is YamlScalarNode { Value: { } value } && value.Trim().Length is > 0 and var length && length <= maxLength)
        {
            return value.Trim();
        }

        problems.Add(node, $"{key}: expected 1 to {maxLength} characters.");
        return null;
    }

    public LocalizedText Texts(string key, int maxLength)
    {
        if (!Has(key))
        {
            return [];
        }

        if (Node(key) is not YamlMappingNode versions)
        {
            return Wrong(key, "expected a text for each language: nb, nn, en.", new LocalizedText());
        }

        var fields = new YamlFields(versions, problems);
        fields.Has(Language.Bokmal.Code);
        return new LocalizedText(versions.Children.Keys.OfType<YamlScalarNode>()
            .Select(language => language.Value ?? "")
            .Select(language => KeyValuePair.Create(language, fields.OptionalText(language, maxLength) ?? "")));
    }

    public T OneOf<T>(string key)
        where T : struct, Enum
    {
        var word = Text(key, 40);
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        if (names.Contains(word))
        {
            return Enum.Parse<T>(word, ignoreCase: true);
        }

        return Wrong<T>(key, $"expected one of {string.Join(", ", names)}.");
    }

    public DateOnly Date(string key) =>
        DateOnly.TryParseExact(Text(key, 40), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Wrong<DateOnly>(key, "expected a date as 2026-08-13.");

    /// <summary>The items of a list with the given reading, bad ones left out; empty when the key is absent.</summary>
    public List<T> Items<T>(string key, Func<YamlNode, T?> read)
        where T : class
    {
        if (Node(key) is not { } node)
        {
            return [];
        }

        return node is YamlSequenceNode list ? [.. list.Children.Select(read).OfType<T>()] : Wrong(key, "expected a list.", new List<T>());
    }

    /// <summary>A problem at the key's value.</summary>
    public T? Wrong<T>(string key, string reason) => Wrong(key, reason, default(T));

    /// <summary>A problem for each key that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var key in map.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !_read.Contains(name)))
        {
            problems.Add(key, $"Unknown key {key}.");
        }
    }

    private YamlNode? Node(string key)
    {
        _read.Add(key);
        return map.Children.TryGetValue(new YamlScalarNode(key), out var node)
            && node is not YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or null } ? node : null;
    }

    private bool Has(string key)
    {
        if (Node(key) is not null)
        {
            return true;
        }

        problems.Add(map, $"{key} is missing.");
        return false;
    }

    private T Wrong<T>(string key, string reason, T harmless)
    {
        if (Node(key) is { } node)
        {
            problems.Add(node, $"{key}: {reason}");
        }

        return harmless;
    }
}
