using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>One line of the crisis terms: phrases that must all stand in the query, each of words in order.</summary>
internal sealed class CrisisTerm
{
    private const int TypoFrom = 7;
    private const int MaxGap = 2;

    private readonly List<List<Place>> phrases;
    private readonly bool isWhole;

    private CrisisTerm(List<List<Place>> phrases, bool isWhole)
    {
        this.phrases = phrases;
        this.isWhole = isWhole;
    }

    /// <summary>Null when the line holds no word.</summary>
    public static CrisisTerm? Parse(string line)
    {
        var phrases = line.TrimStart('^').Split('+').Select(Phrase).Where(phrase => phrase.Count > 0).ToList();
        return phrases.Count == 0 ? null : new CrisisTerm(phrases, line.StartsWith('^'));
    }

    public bool StandsIn(List<Form> forms) => isWhole
        ? End(phrases[0], forms, 0, asIs: false) == forms.Count
        : phrases.TrueForAll(phrase => Enumerable.Range(0, forms.Count).Any(start => End(phrase, forms, start, asIs: false) is not null));

    /// <summary>Whether it is a single word and one of the forms.</summary>
    public bool IsAmong(List<Form> forms) => !isWhole && phrases is [[var only]] && forms.Exists(form => only.Fits(form, asIs: false));

    /// <summary>Takes the phrase away wherever it stands as it is written here.</summary>
    public void LeaveOutOf(List<Form> forms)
    {
        for (var start = forms.Count - 1; start >= 0; start--)
        {
            if (End(phrases[0], forms, start, asIs: true) is { } end && (!isWhole || (start == 0 && end == forms.Count)))
            {
                forms.RemoveRange(start, end - start);
            }
        }
    }

    private static List<Place> Phrase(string text)
    {
        var places = new List<Place>();
        var isLoose = false;
        foreach (var token in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token == "..")
            {
                isLoose = true;
                continue;
            }

            // A hyphen makes two words of one.
            var added = token.Contains('|', StringComparison.Ordinal)
                ? [new Place([.. token.Split('|').Select(Choice.Of)], isLoose)]
                : Word.In(token).Select((word, i) => new Place([Choice.Of(token[0] == '=' ? $"={word.Text}" : token[^1] == '~' ? $"{word.Text}~" : word.Text)], isLoose && i == 0)).ToList();
            places.AddRange(added);
            isLoose = false;
        }

        return places;
    }

    /// <summary>The index after the phrase that begins at the start; null when it doesn't.</summary>
    private static int? End(List<Place> phrase, List<Form> forms, int start, bool asIs, int from = 0)
    {
        if (from == phrase.Count)
        {
            return start;
        }

        var latest = Math.Min(forms.Count - 1, start + (phrase[from].IsLoose ? MaxGap : 0));
        for (var at = start; at <= latest; at++)
        {
            if (phrase[from].Fits(forms[at], asIs) && End(phrase, forms, at + 1, asIs, from + 1) is { } end)
            {
                return end;
            }
        }

        return null;
    }

    internal readonly record struct Form(string Folded, string Stem)
    {
        public static Form Of(string word) => new(Word.Fold(word), Word.Fold(WordStem.Of(word, "nb")));
    }

    private sealed record Place(Choice[] Choices, bool IsLoose)
    {
        public bool Fits(Form form, bool asIs) => Array.Exists(Choices, choice => choice.Fits(form, asIs));
    }

    private sealed record Choice(Form Word, bool IsOneForm, bool ForgivesTypo)
    {
        public static Choice Of(string written)
        {
            var form = Form.Of(Platform.Words.Word.In(written) is [var word, ..] ? word.Text : "");
            return new Choice(form, written.StartsWith('='), written.EndsWith('~') || (form.Folded.Length >= TypoFrom && !written.StartsWith('=')));
        }

        public bool Fits(Form form, bool asIs) => form.Folded == Word.Folded || (!asIs && ((!IsOneForm && form.Stem == Word.Stem) || (ForgivesTypo && IsNear(form.Folded))));

        // Short words have many neighbours, and slips are rare in the first letter.
        private bool IsNear(string folded) => folded.Length > 0 && Math.Abs(Word.Folded.Length - folded.Length) <= 1
            && (Word.Folded.Length >= TypoFrom || folded[0] == Word.Folded[0]) && Typos.Between(folded, Word.Folded) <= 1;
    }
}
