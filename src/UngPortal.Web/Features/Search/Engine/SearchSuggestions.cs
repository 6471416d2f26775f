using Lucene.Net.Index;
using Lucene.Net.Search;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Completes what a reader is typing, from titles and topic names; says nothing once the text or a completion points to a crisis.</summary>
public sealed class SearchSuggestions(SearchIndex index, SearchLexicon lexicon)
{
    public const int MaxCount = 8;

    private const int MaxWords = 6;
    private const int MaxLength = 100;
    private const int Seen = 40;

    /// <summary>At most eight completions, the likeliest first; one typo is forgiven in words of five letters or more.</summary>
    public IReadOnlyList<string> For(string text, string language)
    {
        var typed = text.Length > MaxLength ? text[..MaxLength] : text;
        var words = Word.In(typed, MaxWords);
        if (words.Count == 0 || words.Sum(word => word.Text.Length) < 2 || lexicon.Crisis.Match(typed))
        {
            return [];
        }

        return index.Read(searcher => Completions(searcher, words, language is "nn" or "en" ? language : "nb")) ?? [];
    }

    private List<string> Completions(IndexSearcher searcher, List<Word> words, string language)
    {
        var known = new WordList(searcher.IndexReader, IndexFields.TitleVocabulary);
        var forms = new List<HashSet<string>>();
        var query = new BooleanQuery(disableCoord: true) { { new TermQuery(new Term(IndexFields.ShownTo, language)) { Boost = 0 }, Occur.MUST } };
        for (var i = 0; i < words.Count; i++)
        {
            var entries = Entries(known, words[i].Text, i == words.Count - 1);
            var slot = new DisjunctionMaxQuery(0f);
            foreach (var stem in entries.SelectMany(entry => WordStem.Both(entry.Word, language)).Distinct())
            {
                slot.Add(new TermQuery(new Term(IndexFields.Title, stem)) { Boost = 2 });
                slot.Add(new TermQuery(new Term(IndexFields.TopicNames, stem)));
            }

            forms.Add([.. entries.Select(entry => entry.Word)]);
            query.Add(slot, Occur.MUST);
        }

        var seen = searcher.Search(query, Seen).ScoreDocs.Select(hit => IndexedVersion.Read(searcher.Doc(hit.Doc)))
            .Where(document => !document.MethodLike && document.Kind != "illustration").ToList();
        return [.. seen.SelectMany(document => document.TopicNames).Concat(seen.Select(document => document.Title))
            .Where(text => Fits(text, forms) && !lexicon.Crisis.Match(text))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxCount)];
    }

    private static List<WordList.Entry> Entries(WordList known, string word, bool isUnfinished)
    {
        var folded = Word.Fold(word);
        var found = isUnfinished ? known.StartingWith(folded, 32).ToList() : known.Equal(folded);
        return found.Count > 0 || Typos.Forgiven(word) == 0 ? found : isUnfinished ? known.StartingNear(folded, 1, 16) : known.Near(folded, 1, 16);
    }

    private static bool Fits(string text, List<HashSet<string>> forms)
    {
        var words = Word.In(text).ConvertAll(word => word.Text);
        return forms.TrueForAll(form => words.Exists(form.Contains));
    }
}
