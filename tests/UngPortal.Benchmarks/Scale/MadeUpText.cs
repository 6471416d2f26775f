using System.Text;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions;

namespace UngPortal.Benchmarks.Scale;

/// <summary>The texts of one made-up question and of its answer.</summary>
internal sealed class MadeUpText(Random random, ArticleMix mix, (ArticleSentences Own, ArticleSentences[] All) subject)
{
    private const double MedianQuestion = 350;
    private const double Spread = 0.6;
    private const int ShortestQuestion = 20;
    private const int AnswerMin = 620;
    private const int AnswerMax = 2_900;

    /// <summary>Log-normal in length: most are short, a few fill the field.</summary>
    public string Question() => Text(Math.Clamp((int)(MedianQuestion * Math.Exp(Spread * Normal())), ShortestQuestion, Features.Questions.Question.TextMaxLength));

    public string Title() => Cut(mix.Skewed(subject.Own.Sentences).Replace('\n', ' '), PublishedAnswer.TitleMaxLength);

    public AnswerSections Sections()
    {
        var rest = random.Next(AnswerMin, AnswerMax) - 140;
        return new AnswerSections(Text(80), Text(rest / 5), Text(rest / 2), Text(rest * 3 / 10), Text(60));
    }

    public AnswerContent Content()
    {
        var sections = Sections();
        return new AnswerContent { Greeting = sections.Greeting, Brief = sections.Brief, Explanation = sections.Explanation, DoNow = sections.DoNow, Closing = sections.Closing };
    }

    private string Text(int length)
    {
        var text = new StringBuilder(length + 200);
        while (text.Length < length)
        {
            text.AppendJoin(' ', mix.Sentence(subject)).Append(' ');
        }

        return Cut(text.ToString(), length);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static string Cut(string text, int most) => text.Length <= most ? text.TrimEnd() : text[..most].TrimEnd();
}
