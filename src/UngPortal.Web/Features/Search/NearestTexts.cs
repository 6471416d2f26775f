using Lucene.Net.Index;
using Lucene.Net.Search;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Features.Search;

/// <summary>Finds the texts that are most like a given one, by its rarest words. Nothing of the given text is kept or logged.</summary>
public sealed class NearestTexts(SearchIndex index, SearchLexicon lexicon)
{
    /// <summary>A share from which two texts are about the same thing; below it they only have some words in common.</summary>
    public const double Alike = 0.3;

    private const int LongestText = 4_000;

    /// <summary>The nearest first. Fewer than asked for where nothing else is like it; none while there is no index.</summary>
    /// <param name="text">Any text; a title should stand first.</param>
    /// <param name="language">The code of the reader's language.</param>
    /// <param name="kinds">Such as <c>question</c>; each document is of one kind.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="exclude">Keys that are left out, such as the text's own.</param>
    /// <param name="leastShare">How like it they must be; <see cref="Alike"/> where an unlike one would be a nuisance.</param>
    public IReadOnlyList<NearText> Find(string text, string language, IReadOnlyCollection<string> kinds, int count, IReadOnlyCollection<string>? exclude = null, double leastShare = 0)
    {
        var start = text.Length > LongestText ? text[..LongestText] : text;
        var shown = IndexedVersion.AreShownIn(language) ? language : Kernel.Language.Bokmal.Code;
        return index.Read(searcher => Find(searcher, start, shown, kinds, count, exclude ?? [], leastShare)) ?? [];
    }

    private List<NearText> Find(IndexSearcher searcher, string text, string language, IReadOnlyCollection<string> kinds, int count, IReadOnlyCollection<string> exclude, double leastShare)
    {
        var words = TellingWords.Of(text, language, searcher.IndexReader);
        if (words.Count == 0)
        {
            return [];
        }

        var query = new BooleanQuery();
        foreach (var word in words)
        {
            AddTerm(query, IndexFields.Title, word, 2f);
            AddTerm(query, IndexFields.Ingress, word, 1.5f);
            AddTerm(query, IndexFields.Body, word, 1f);
        }

        var wanted = new NearFilter(language, kinds, withoutMethods: lexicon.Crisis.Match(text));
        var hits = searcher.Search(query, wanted, count + exclude.Count).ScoreDocs;
        return [.. hits.Select(hit => IndexedVersion.Read(searcher.Doc(hit.Doc))).Where(document => !exclude.Contains(document.Key)).DistinctBy(document => document.Key)
            .Select(document => new NearText(document.Key, document.Kind, document.Path, document.Title, document.Language, words.ShareIn(document)))
            .Where(near => near.Share >= leastShare).Take(count)];
    }

    private static void AddTerm(BooleanQuery query, string field, TellingWords.Entry word, float weight) =>
        query.Add(new TermQuery(new Term(field, word.Stem)) { Boost = weight * word.Times }, Occur.SHOULD);
}
