using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Phrases that mean somebody may be in danger, and harmless ones that are left out before anything is matched. How a line is written stands in <c>crisis-terms.txt</c>.</summary>
public sealed class CrisisTerms
{
    private readonly List<CrisisTerm> terms = [];
    private readonly List<CrisisTerm> harmless = [];
    private readonly List<CrisisTerm> aboutFriends = [];

    private CrisisTerms()
    {
    }

    public int Count => terms.Count;

    public static CrisisTerms Parse(IEnumerable<string> lines)
    {
        var list = new CrisisTerms();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (CrisisTerm.Parse(line.TrimStart('!', '&')) is { } term)
            {
                (line[0] switch { '!' => list.harmless, '&' => list.aboutFriends, _ => list.terms }).Add(term);
            }
        }

        return list;
    }

    public bool Match(string text) => Match(Word.In(text, limit: 200));

    /// <summary>Whether the one in danger seems to be somebody whom the reader knows; to be asked of a text that matches.</summary>
    public bool IsAboutFriend(string text)
    {
        var forms = Forms(Word.In(text, limit: 200));
        return aboutFriends.Exists(term => term.StandsIn(forms));
    }

    private static List<CrisisTerm.Form> Forms(IEnumerable<Word> words) => [.. words.Select(word => CrisisTerm.Form.Of(word.Text))];

    internal bool Match(IReadOnlyList<Word> words)
    {
        var forms = Forms(words);
        harmless.ForEach(phrase => phrase.LeaveOutOf(forms));
        var joined = words.Zip(words.Skip(1), (a, b) => CrisisTerm.Form.Of(a.Text + b.Text)).ToList();
        return terms.Exists(term => term.StandsIn(forms) || term.IsAmong(joined));
    }
}
