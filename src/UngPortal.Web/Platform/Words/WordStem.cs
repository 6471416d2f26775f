using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace UngPortal.Platform.Words;

/// <summary>The stem a word is indexed under: English rules for English, Norwegian ones for both bokmål and nynorsk.</summary>
internal static class WordStem
{
    private const int CacheSize = 200_000;

    private static readonly ConcurrentDictionary<string, string> Norwegian = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> English = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static NorwegianStemmer? norwegianStemmer;

    [ThreadStatic]
    private static EnglishStemmer? englishStemmer;

    public static string Of(string word, string language)
    {
        if (word.Length < 4 || char.IsAsciiDigit(word[0]))
        {
            return word;
        }

        var isEnglish = language == "en";
        var cache = isEnglish ? English : Norwegian;
        if (cache.TryGetValue(word, out var known))
        {
            return known;
        }

        var stem = WithoutKeeping(word, language);
        if (cache.Count < CacheSize)
        {
            cache[word] = stem;
        }

        return stem;
    }

    /// <summary>The same for words that must not stay in memory, such as those of a question.</summary>
    public static string WithoutKeeping(string word, string language) =>
        word.Length < 4 || char.IsAsciiDigit(word[0]) ? word
        : language == "en" ? Run(englishStemmer ??= new EnglishStemmer(), word)
        : WithoutNounEnding(Run(norwegianStemmer ??= new NorwegianStemmer(), word));

    /// <summary>The stems in both families of rules, the reader's own first.</summary>
    public static IEnumerable<string> Both(string word, string language)
    {
        var own = Of(word, language);
        var other = Of(word, language == "en" ? "nb" : "en");
        return own == other ? [own] : [own, other];
    }

    private static string Run(SnowballProgram stemmer, string word)
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current is { Length: > 0 } stem ? stem : word;
    }

    // Snowball leaves "mobbing" and "mobbe" apart; readers don't.
    private static string WithoutNounEnding(string stem) =>
        stem.Length >= 7 && stem.EndsWith("ing", StringComparison.Ordinal) ? stem[..^3] : stem;
}
