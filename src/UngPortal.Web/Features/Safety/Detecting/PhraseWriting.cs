using System.Text;

namespace UngPortal.Features.Safety.Detecting;

/// <summary>Reads a phrase: words, =word, word*, *word, word~, a|b, {list}, and between them .. (up to two words) or ... (up to five).</summary>
internal sealed class PhraseWriting(WordLists lists, Vocabulary vocabulary)
{
    private const int ShortGap = 2;
    private const int LongGap = 5;

    private readonly Dictionary<string, Step> named = new(StringComparer.Ordinal);

    public Phrase Read(PatternLine line, string text)
    {
        var steps = new List<Step>();
        var gaps = new List<int>();
        var gap = 0;
        foreach (var token in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token is ".." or "...")
            {
                gap = steps.Count == 0 || gap > 0 ? throw line.Fault("a gap stands between two words") : token.Length == 2 ? ShortGap : LongGap;
                continue;
            }

            foreach (var step in StepsOf(line, token))
            {
                steps.Add(step);
                gaps.Add(gap);
                gap = 0;
            }
        }

        return steps.Count == 0 || gap > 0 ? throw line.Fault("a phrase begins and ends with a word") : new Phrase(steps, gaps);
    }

    /// <summary>The list as a step of its own.</summary>
    public Step Named(string name, PatternLine asker)
    {
        if (!named.TryGetValue(name, out var step))
        {
            named[name] = step = Choice(asker, lists.Of(name, asker));
        }

        return step;
    }

    private IEnumerable<Step> StepsOf(PatternLine line, string token)
    {
        if (token.Contains('|', StringComparison.Ordinal) || token[0] == '{')
        {
            // Inside a choice an underscore stands for the space between words.
            var parts = token.Split('|');
            return [parts is [['{', .. var name, '}']] ? Named(name, line)
                : Choice(line, [.. parts.SelectMany(part => part is ['{', .. var list, '}'] && !list.Contains('}', StringComparison.Ordinal) ? lists.Of(list, line) : [(line, part.Replace('_', ' '))])])];
        }

        // A hyphen or an underscore makes two words of one.
        return token.Split('-', '_').Select(word => new WordStep(vocabulary.ChoiceOf([Checked(line, word)])));
    }

    private Step Choice(PatternLine line, IReadOnlyList<(PatternLine Line, string Text)> entries)
    {
        var words = entries.Where(entry => !entry.Text.Contains(' ', StringComparison.Ordinal) && !entry.Text.Contains('|', StringComparison.Ordinal)).Select(entry => Checked(entry.Line, entry.Text)).Distinct().ToList();
        var phrases = entries.Where(entry => entry.Text.Contains(' ', StringComparison.Ordinal) || entry.Text.Contains('|', StringComparison.Ordinal)).Select(entry => Read(entry.Line, entry.Text)).ToList();
        if (words.Count > 0)
        {
            var single = new WordStep(vocabulary.ChoiceOf(words));
            if (phrases.Count == 0)
            {
                return single;
            }

            phrases.Insert(0, new Phrase([single], [0]));
        }

        return phrases.Count == 0 ? throw line.Fault("nothing to choose from") : new ListStep(vocabulary.NewList(), phrases);
    }

    private static string Checked(PatternLine line, string written)
    {
        var word = written.Length > 0 ? written.Replace("'", "", StringComparison.Ordinal) : throw line.Fault("a word is missing");
        var start = word[0] is '=' or '*' ? 1 : 0;
        var bare = word.Length > start + 1 && word[^1] is '*' or '~' ? word[start..^1] : word[start..];
        var isEmoji = bare.Length > 0 && !bare.EnumerateRunes().Any(rune => Rune.IsLetterOrDigit(rune) || rune.IsAscii);
        return isEmoji || (bare.Length > 0 && bare.All(char.IsLetterOrDigit)) ? word.ToLowerInvariant() : throw line.Fault($"\"{word}\" is no word");
    }
}
