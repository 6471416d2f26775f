using System.Text;
using UngPortal.Features.Search;

namespace UngPortal.Benchmarks;

/// <summary>Made-up documents, the same on every run.</summary>
internal sealed class SearchCorpus
{
    private const int Words = 200;

    private static readonly DateTime Newest = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Random random;
    private readonly ArticleMix mix;
    private readonly int count;

    public SearchCorpus(int count)
    {
        this.count = count;
        random = new Random(20_261_125);
        mix = new ArticleMix(random);
    }

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
        var subject = mix.Subject(language);
        var own = subject.Own;
        return new SearchDocument
        {
            Kind = kind,
            Key = $"{kind}:{thing}",
            Path = $"/{kind}/{thing}",
            Language = language,
            Title = kind == "question" ? Cut(mix.Skewed(own.Sentences), 90) : $"{own.Title} {mix.Tail(own)}",
            Ingress = kind == "question" ? "" : $"{mix.Skewed(own.Sentences)} {mix.Pick(own.Sentences)}",
            Body = Text(subject),
            Topics = own.Topics,
            TopicNames = [.. own.Topics.Select(topic => topic.Replace('-', ' '))],
            AgeBands = own.AgeBands,
            Year = Newest.Year - random.Next(12),
            PublishedAt = Newest.AddMinutes(-random.Next(6_000_000)),
            Sensitivity = random.Next(200) switch { 0 => "crisis", < 20 => "sensitive", _ => "none" },
        };
    }

    private string Text((ArticleSentences Own, ArticleSentences[] All) subject)
    {
        var text = new StringBuilder();
        var wanted = (Words / 2) + random.Next(Words);
        for (var words = 0; words < wanted;)
        {
            foreach (var word in mix.Sentence(subject))
            {
                text.Append(word).Append(' ');
                words++;
            }
        }

        return text.ToString();
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..text.LastIndexOf(' ', length)];
}
