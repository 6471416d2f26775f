using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;

namespace UngPortal.Features.Search.Engine;

/// <summary>Looks words up among those the index holds: as spelt, without accents, by beginning, and with typos.</summary>
internal sealed class WordList(IndexReader reader, string field)
{
    public const char Separator = '|';

    private const int MaxSeen = 4_000;

    private readonly Terms? terms = MultiFields.GetTerms(reader, field);

    /// <summary>A word of the index, the number of documents with it and its distance in typos from what was asked for.</summary>
    public readonly record struct Entry(string Word, string Folded, int Documents, int Distance);

    /// <summary>Words that are equal once folded, or whose stem is.</summary>
    public List<Entry> Equal(string folded) => From(folded + Separator, folded + Separator, 64);

    /// <summary>The words used most among those with the beginning.</summary>
    public IEnumerable<Entry> StartingWith(string folded, int count) =>
        From(folded, folded, MaxSeen).DistinctBy(entry => entry.Word).OrderByDescending(entry => entry.Documents).Take(count);

    /// <summary>The nearest words within the number of typos, the most used first; <paramref name="asBeginning"/> lets them go on.</summary>
    public IEnumerable<Entry> Near(string folded, int typos, int count, bool asBeginning = false)
    {
        if (terms is null)
        {
            return [];
        }

        // A second typo is looked for behind a right first letter only: that keeps the walk short.
        var fixedLength = typos > 1 ? 1 : 0;
        var near = new LevenshteinAutomata(folded[fixedLength..], true).ToAutomaton(typos);
        var rest = asBeginning ? BasicAutomata.MakeAnyString() : BasicOperations.Concatenate(BasicAutomata.MakeChar(Separator), BasicAutomata.MakeAnyString());
        var wanted = BasicOperations.Concatenate([BasicAutomata.MakeString(folded[..fixedLength]), near, rest]);
        wanted.Determinize();
        var found = new List<Entry>();
        var walk = new CompiledAutomaton(wanted, false, false).GetTermsEnum(terms);
        for (var seen = 0; seen < MaxSeen && walk.MoveNext(); seen++)
        {
            found.Add(Read(walk, folded, asBeginning));
        }

        return found.OrderBy(entry => entry.Distance).ThenByDescending(entry => entry.Documents).DistinctBy(entry => entry.Word).Take(count);
    }

    private List<Entry> From(string start, string prefix, int limit)
    {
        var found = new List<Entry>();
        var walk = terms?.GetEnumerator();
        if (walk is null || walk.SeekCeil(new BytesRef(start)) == TermsEnum.SeekStatus.END)
        {
            return found;
        }

        var prefixBytes = new BytesRef(prefix);
        do
        {
            if (!StringHelper.StartsWith(walk.Term, prefixBytes))
            {
                break;
            }

            found.Add(Read(walk, null, false));
        }
        while (found.Count < limit && walk.MoveNext());
        return found;
    }

    private static Entry Read(TermsEnum walk, string? asked, bool asBeginning)
    {
        var text = Encoding.UTF8.GetString(walk.Term.Bytes, walk.Term.Offset, walk.Term.Length);
        var cut = text.IndexOf(Separator, StringComparison.Ordinal);
        var folded = text[..cut];
        var compared = asBeginning && asked is not null && folded.Length > asked.Length ? folded[..asked.Length] : folded;
        return new Entry(text[(cut + 1)..], folded, walk.DocFreq, asked is null ? 0 : Typos.Between(asked, compared));
    }
}
