using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Looks words up among those the index holds: as spelt, without accents, by beginning, and with typos.</summary>
internal sealed class WordList(IndexReader reader, string field)
{
    public const char Separator = '|';

    private const int MaxSeen = 4_000;

    private readonly Terms? terms = MultiFields.GetTerms(reader, field);

    /// <summary>A word of the index, the number of documents with it and its distance in typos from what was asked for.</summary>
    public readonly record struct Entry(string Word, int Documents, int Distance);

    /// <summary>Words that are equal once folded, or whose stem is.</summary>
    public List<Entry> Equal(string folded) => From(folded + Separator, 64);

    /// <summary>The words used most among those with the beginning.</summary>
    public IEnumerable<Entry> StartingWith(string folded, int count) =>
        From(folded, MaxSeen).DistinctBy(entry => entry.Word).OrderByDescending(entry => entry.Documents).Take(count);

    /// <summary>The nearest words within the number of typos, the most used first.</summary>
    public List<Entry> Near(string folded, int typos, int count) =>
        [.. NearForms(folded, typos, count).SelectMany(form => Equal(form.Folded).Where(entry => Word.Fold(entry.Word) == form.Folded)
            .Select(entry => entry with { Distance = form.Distance })).DistinctBy(entry => entry.Word).Take(count)];

    /// <summary>Words whose beginning is near; only for a field that keeps beginnings.</summary>
    public List<Entry> StartingNear(string folded, int typos, int count) =>
        [.. NearForms(folded, typos, count).SelectMany(form => StartingWith(form.Folded, count)).DistinctBy(entry => entry.Word).Take(count)];

    // The forms stand alone in a field of their own: an automaton that also had to skip the word behind the bar takes thirty times as long to make.
    private IEnumerable<(string Folded, int Distance)> NearForms(string folded, int typos, int count)
    {
        if (MultiFields.GetTerms(reader, IndexFields.FormsOf(field)) is not { } forms)
        {
            return [];
        }

        // A second typo is looked for behind a right first letter only: that keeps the walk short.
        var fixedLength = typos > 1 ? 1 : 0;
        var near = new LevenshteinAutomata(folded[fixedLength..], true).ToAutomaton(typos);
        var found = new List<(string Folded, int Documents)>();
        var walk = new CompiledAutomaton(BasicOperations.Concatenate(BasicAutomata.MakeString(folded[..fixedLength]), near), true, false).GetTermsEnum(forms);
        while (found.Count < MaxSeen && walk.MoveNext())
        {
            found.Add((walk.Term.Utf8ToString(), walk.DocFreq));
        }

        return found.Select(form => (form.Folded, Distance: Typos.Between(folded, form.Folded), form.Documents))
            .OrderBy(form => form.Distance).ThenByDescending(form => form.Documents).Take(count).Select(form => (form.Folded, form.Distance));
    }

    private List<Entry> From(string start, int limit)
    {
        var found = new List<Entry>();
        var walk = terms?.GetEnumerator();
        if (walk is null || walk.SeekCeil(new BytesRef(start)) == TermsEnum.SeekStatus.END)
        {
            return found;
        }

        var startBytes = new BytesRef(start);
        do
        {
            if (!StringHelper.StartsWith(walk.Term, startBytes))
            {
                break;
            }

            var text = Encoding.UTF8.GetString(walk.Term.Bytes, walk.Term.Offset, walk.Term.Length);
            found.Add(new Entry(text[(text.IndexOf(Separator, StringComparison.Ordinal) + 1)..], walk.DocFreq, 0));
        }
        while (found.Count < limit && walk.MoveNext());
        return found;
    }
}
