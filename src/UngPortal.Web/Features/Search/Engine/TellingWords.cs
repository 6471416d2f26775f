using Lucene.Net.Index;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>The words of a text that say most about it: few other texts have them. Common words cost time and tell nothing.</summary>
internal sealed class TellingWords
{
    private const int Most = 14;
    private const int MostDocumentsInAll = 45_000;
    private const int ShortestStem = 3;
    private const int MostTimes = 3;

    private readonly IReadOnlyList<Entry> entries;
    private readonly string language;

    private TellingWords(IReadOnlyList<Entry> entries, string language) => (this.entries, this.language) = (entries, language);

    public int Count => entries.Count;

    public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

    public static TellingWords Of(string text, string language, IndexReader reader)
    {
        var all = Math.Max(1, reader.NumDocs);
        var found = Word.In(text).Where(word => !SmallWords.AreDropped(word.Text) && !SmallWords.AreWeak(word.Text)).Select(word => WordStem.Of(word.Text, language))
            .Where(stem => stem.Length >= ShortestStem && !SmallWords.AreStemsOfDropped(stem)).GroupBy(stem => stem, StringComparer.Ordinal)
            .Select(stem => (Stem: stem.Key, Times: Math.Min(MostTimes, stem.Count()), Documents: DocumentsWith(reader, stem.Key)))
            .Where(stem => stem.Documents > 0)
            .Select(stem => new Entry(stem.Stem, stem.Times, stem.Documents, stem.Times * Math.Log(1 + ((double)all / stem.Documents))))
            .OrderByDescending(entry => entry.Weight).Take(Most).ToList();
        var documents = 0;
        return new TellingWords([.. found.OrderBy(entry => entry.Documents).TakeWhile((entry, at) => (documents += entry.Documents) <= MostDocumentsInAll || at == 0)], language);
    }

    /// <summary>How much of the words' weight is in a document.</summary>
    public double ShareIn(SearchDocument document)
    {
        var stems = Word.In($"{document.Title}\n{document.Ingress}\n{document.Body}").Select(word => WordStem.Of(word.Text, language)).ToHashSet(StringComparer.Ordinal);
        return entries.Where(entry => stems.Contains(entry.Stem)).Sum(entry => entry.Weight) / entries.Sum(entry => entry.Weight);
    }

    /// <summary>In how many documents the stem is, give or take what was deleted lately; the body of a text seldom has more than its other parts together.</summary>
    private static int DocumentsWith(IndexReader reader, string stem) =>
        Math.Max(reader.DocFreq(new Term(IndexFields.Body, stem)), Math.Max(reader.DocFreq(new Term(IndexFields.Ingress, stem)), reader.DocFreq(new Term(IndexFields.Title, stem))));

    /// <summary>A stem, how often the text has it, in how many documents it is, and how much it tells.</summary>
    public readonly record struct Entry(string Stem, int Times, int Documents, double Weight);
}
