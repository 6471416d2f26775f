using System.Globalization;

namespace UngPortal.Benchmarks;

/// <summary>
/// Sentences for made-up texts, the same for the same random numbers. Most of a text comes from one article and the rest from anywhere: words are as frequent and keep such
/// company as in real text. Compounds, names, numbers and misspellings give the vocabulary its long tail.
/// </summary>
internal sealed class ArticleMix(Random random)
{
    private const double OwnArticle = 0.55;
    private const double Rare = 0.02;

    private static readonly string[] Syllables = ["ka", "ro", "li", "ne", "tor", "mar", "sig", "vik", "dal", "jo", "han", "el", "sa", "mi", "ben", "os", "ul", "fri", "da", "gun"];

    private readonly Dictionary<string, ArticleSentences[]> _articles = ArticleSentences.ReadAll().GroupBy(article => article.Language).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>What a text is about, and all else that is written in its language; bokmål where nothing is.</summary>
    public (ArticleSentences Own, ArticleSentences[] All) Subject(string language)
    {
        var all = _articles.GetValueOrDefault(language) ?? _articles["nb"];
        return (Skewed(all), all);
    }

    /// <summary>The words of a sentence.</summary>
    public IEnumerable<string> Sentence((ArticleSentences Own, ArticleSentences[] All) subject)
    {
        var source = random.NextDouble() < OwnArticle ? subject.Own : Pick(subject.All);
        foreach (var word in Pick(source.Sentences).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            yield return random.NextDouble() < Rare ? Tail(source) : word;
        }
    }

    /// <summary>A word that few texts have.</summary>
    public string Tail(ArticleSentences source) => random.Next(4) switch
    {
        0 => random.Next(100_000).ToString(CultureInfo.InvariantCulture),
        1 => string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => Pick(Syllables))),
        2 => Letters(Word(source)) + Letters(Word(source)),
        _ => Misspelt(Letters(Word(source))),
    };

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>The first ones more often, as some things are written about more than others.</summary>
    public T Skewed<T>(IReadOnlyList<T> from) => from[(int)(Math.Pow(random.NextDouble(), 1.6) * from.Count)];

    private string Word(ArticleSentences source) => Pick(Pick(source.Sentences).Split(' '));

    private string Misspelt(string word)
    {
        var at = word.Length < 3 ? 0 : random.Next(1, word.Length - 1);
        return word.Length < 3 ? word : random.Next(2) == 0 ? word.Remove(at, 1) : word.Insert(at, word[at].ToString());
    }

    private static string Letters(string word) => string.Concat(word.Where(char.IsLetter)).ToLowerInvariant();
}
