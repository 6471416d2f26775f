using System.Text;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions;

namespace UngPortal.Benchmarks.Scale;

/// <summary>Questions and answers of realistic lengths, sentences out of the shipped articles; the same on every run.</summary>
internal sealed class MadeUpTexts(Random random)
{
    private const double MedianQuestion = 350;
    private const double Spread = 0.6;
    private const int ShortestQuestion = 20;
    private const int AnswerMin = 620;
    private const int AnswerMax = 2_900;

    private readonly Dictionary<string, ArticleSentences[]> _articles = ArticleSentences.ReadAll().GroupBy(article => article.Language).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Log-normal in length: most are short, a few fill the field.</summary>
    public string Question(string language) =>
        Text(language, Math.Clamp((int)(MedianQuestion * Math.Exp(Spread * Normal())), ShortestQuestion, Features.Questions.Question.TextMaxLength));

    public string Title(string language) => Cut(Sentence(language), PublishedAnswer.TitleMaxLength);

    public AnswerSections Sections(string language)
    {
        var rest = random.Next(AnswerMin, AnswerMax) - 140;
        return new AnswerSections(Text(language, 80), Text(language, rest / 5), Text(language, rest / 2), Text(language, rest * 3 / 10), Text(language, 60));
    }

    public AnswerContent Content(string language)
    {
        var sections = Sections(language);
        return new AnswerContent { Greeting = sections.Greeting, Brief = sections.Brief, Explanation = sections.Explanation, DoNow = sections.DoNow, Closing = sections.Closing };
    }

    private string Text(string language, int length)
    {
        var text = new StringBuilder(length + 200);
        while (text.Length < length)
        {
            text.Append(Sentence(language)).Append(' ');
        }

        return Cut(text.ToString(), length);
    }

    private string Sentence(string language)
    {
        var all = _articles.GetValueOrDefault(language) ?? _articles["nb"];
        var sentences = all[random.Next(all.Length)].Sentences;
        return sentences[random.Next(sentences.Count)].Replace('\n', ' ');
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static string Cut(string text, int most) => text.Length <= most ? text.TrimEnd() : text[..most].TrimEnd();
}
