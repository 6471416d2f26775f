using System.Globalization;
using System.Text;
using UngPortal.Features.Search;

namespace UngPortal.Benchmarks;

/// <summary>
/// Made-up documents, the same on every run. Most of a text comes from one article and its sentences, the rest from anywhere: words are as frequent and keep such company
/// as in real text. Compounds, names, numbers and misspellings give the vocabulary its long tail.
/// </summary>
internal sealed class SearchCorpus(int count)
{
    private const int Words = 200;
    private const double OwnArticle = 0.55;
    private const double Rare = 0.02;

    private static readonly DateTime Newest = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Syllables = ["ka", "ro", "li", "ne", "tor", "mar", "sig", "vik", "dal", "jo", "han", "el", "sa", "mi", "ben", "os", "ul", "fri", "da", "gun"];

    private readonly Dictionary<string, ArticleSentences[]> articles = ArticleSentences.ReadAll().GroupBy(article => article.Language).ToDictionary(group => group.Key, group => group.ToArray());
    private readonly Random random = new(20_261_125);

    public async IAsyncEnumerable<SearchDocument> AllAsync()
    {
        await Task.CompletedTask;
        for (int made = 0, thing = 0; made < count; thing++)
        {
            string[] languages = random.Next(100) switch { < 80 => ["nb"], < 87 => ["nn"], < 92 => ["en"], _ => ["nb", "nn", "en"] };
            var kind = random.Next(100) switch { < 80 => "question", < 93 => "article", < 97 => "video", < 99 => "illustration", _ => "service" };
            foreach (var language in languages.Take(count - made))
            {
                yield return Make(kind, thing, language);
                made++;
            }
        }
    }

    private SearchDocument Make(string kind, int thing, string language)
    {
        var all = articles[language];
        var own = Skewed(all);
        return new SearchDocument
        {
            Kind = kind,
            Key = $"{kind}:{thing}",
            Path = $"/{kind}/{thing}",
            Language = language,
            Title = kind == "question" ? Cut(Skewed(own.Sentences), 90) : $"{own.Title} {Tail(own)}",
            Ingress = kind == "question" ? "" : $"{Skewed(own.Sentences)} {Pick(own.Sentences)}",
            Body = Text(all, own),
            Topics = own.Topics,
            TopicNames = [.. own.Topics.Select(topic => topic.Replace('-', ' '))],
            AgeBands = own.AgeBands,
            Year = Newest.Year - random.Next(12),
            PublishedAt = Newest.AddMinutes(-random.Next(6_000_000)),
            Sensitivity = random.Next(200) switch { 0 => "crisis", < 20 => "sensitive", _ => "none" },
        };
    }

    private string Text(ArticleSentences[] all, ArticleSentences own)
    {
        var text = new StringBuilder();
        var wanted = (Words / 2) + random.Next(Words);
        for (var words = 0; words < wanted;)
        {
            var source = random.NextDouble() < OwnArticle ? own : Pick(all);
            foreach (var word in Pick(source.Sentences).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append(random.NextDouble() < Rare ? Tail(source) : word).Append(' ');
                words++;
            }
        }

        return text.ToString();
    }

    private string Tail(ArticleSentences source) => random.Next(4) switch
    {
        0 => random.Next(100_000).ToString(CultureInfo.InvariantCulture),
        1 => string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => Pick(Syllables))),
        2 => Letters(Word(source)) + Letters(Word(source)),
        _ => Misspelt(Letters(Word(source))),
    };

    private string Word(ArticleSentences source) => Pick(Pick(source.Sentences).Split(' '));

    private string Misspelt(string word)
    {
        var at = word.Length < 3 ? 0 : random.Next(1, word.Length - 1);
        return word.Length < 3 ? word : random.Next(2) == 0 ? word.Remove(at, 1) : word.Insert(at, word[at].ToString());
    }

    private static string Letters(string word) => string.Concat(word.Where(char.IsLetter)).ToLowerInvariant();

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..text.LastIndexOf(' ', length)];

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>The first ones more often, as some things are written about more than others.</summary>
    private T Skewed<T>(IReadOnlyList<T> from) => from[(int)(Math.Pow(random.NextDouble(), 1.6) * from.Count)];
}
