namespace UngPortal.Kernel;

/// <summary>One short text in several languages, keyed by language code; bokmål (<c>nb</c>) is always there.</summary>
public sealed class LocalizedText : Dictionary<string, string>
{
    /// <summary>Creates an empty text, for serializers.</summary>
    public LocalizedText()
        : base(StringComparer.Ordinal)
    {
    }

    /// <summary>Creates a text from its language versions.</summary>
    public LocalizedText(IEnumerable<KeyValuePair<string, string>> versions)
        : base(versions, StringComparer.Ordinal)
    {
    }

    /// <summary>The version in the language, or the bokmål one; empty when there is neither.</summary>
    public string In(Language language) => In(language.Code);

    /// <inheritdoc cref="In(Language)" />
    public string In(string languageCode) =>
        TryGetValue(languageCode, out var text) || TryGetValue(Language.Bokmal.Code, out text) ? text : "";

    /// <summary>The code of the language that <see cref="In(Language)"/> answers in.</summary>
    public string LanguageOf(Language language) => ContainsKey(language.Code) ? language.Code : Language.Bokmal.Code;
}
