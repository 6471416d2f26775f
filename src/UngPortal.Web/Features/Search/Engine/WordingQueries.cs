using Lucene.Net.Index;
using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>Turns a slot's wordings into Lucene's queries.</summary>
internal static class WordingQueries
{
    private const float WeakWeight = 0.3f;
    private const float OtherMatches = 0.25f;

    /// <summary>One query for each field of each wording; what they find is the slot's.</summary>
    public static IEnumerable<Query> Of(QuerySlot slot)
    {
        foreach (var wording in slot.Wordings)
        {
            foreach (var part in Parts(wording))
            {
                part.Boost *= wording.Weight * (slot.IsWeak ? WeakWeight : 1f);
                yield return part;
            }
        }
    }

    /// <summary>One word may stand between; not in the body, where looking for that takes long.</summary>
    public static PhraseQuery PhraseIn(string field, string[] stems)
    {
        var phrase = new PhraseQuery { Slop = field == IndexFields.Body ? 0 : 1 };
        Array.ForEach(stems, stem => phrase.Add(new Term(field, stem)));
        return phrase;
    }

    private static IEnumerable<Query> Parts(QuerySlot.Wording wording) => wording switch
    {
        { Stems: [var stem] } => InFields(field => new TermQuery(new Term(field, stem))),
        { InOrder: true } => InFields(field => new KeptPhraseQuery(PhraseIn(field, wording.Stems))),
        _ => [All(wording.Stems)],
    };

    private static BooleanQuery All(string[] stems)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var stem in stems)
        {
            var part = AnyField(field => new TermQuery(new Term(field, stem)));
            part.Boost = 1f / stems.Length;
            query.Add(part, Occur.MUST);
        }

        return query;
    }

    private static DisjunctionMaxQuery AnyField(Func<string, Query> inField) => new([.. InFields(inField)], OtherMatches);

    private static IEnumerable<Query> InFields(Func<string, Query> inField)
    {
        foreach (var (name, weight) in IndexFields.Text)
        {
            var part = inField(name);
            part.Boost = weight;
            yield return part;
        }
    }
}
