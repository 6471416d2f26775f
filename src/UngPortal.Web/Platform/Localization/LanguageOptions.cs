using UngPortal.Kernel;

namespace UngPortal.Platform.Localization;

/// <summary>The configuration section <c>Languages</c>: code and culture of each language of the site; a new language is one line here and one resource file.</summary>
public sealed record LanguageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Languages";

    /// <summary>Culture names by language code.</summary>
    public Dictionary<string, string> Cultures { get; init; } = [];

    /// <summary>The languages, bokmål first.</summary>
    public IReadOnlyList<Language> All => field ??= [Language.Bokmal, .. Cultures.Where(pair => pair.Key != Language.Bokmal.Code).Select(pair => new Language(pair.Key, pair.Value)).OrderByDescending(language => language.Code, StringComparer.Ordinal)];
}
