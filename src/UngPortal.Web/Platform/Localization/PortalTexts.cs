using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace UngPortal.Platform.Localization;

/// <summary>All texts the site says itself, from every feature's own resource file: a page asks for a key and need not know whose it is. A key stands in one file only.</summary>
public sealed class PortalTexts<T> : IStringLocalizer<T>
{
    private static readonly FrozenDictionary<string, ResourceManager> ByKey = Read();

    /// <inheritdoc />
    public LocalizedString this[string name] => Find(name) is { } text ? new(name, text) : new(name, name, resourceNotFound: true);

    /// <inheritdoc />
    public LocalizedString this[string name, params object[] arguments] =>
        Find(name) is { } text ? new(name, string.Format(CultureInfo.CurrentCulture, text, arguments)) : new(name, name, resourceNotFound: true);

    /// <inheritdoc />
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => ByKey.Keys.Select(key => this[key]);

    private static string? Find(string name) => ByKey.TryGetValue(name, out var file) ? file.GetString(name, CultureInfo.CurrentUICulture) : null;

    private static FrozenDictionary<string, ResourceManager> Read()
    {
        const string Ending = ".resources";
        var assembly = typeof(T).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => new ResourceManager(name[..^Ending.Length], assembly))
            .SelectMany(file => KeysOf(file).Select(key => KeyValuePair.Create(key, file)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> KeysOf(ResourceManager file) =>
        file.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);
}
