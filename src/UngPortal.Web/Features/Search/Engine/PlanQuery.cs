using Lucene.Net.Index;
using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>Turns a plan into Lucene's queries.</summary>
internal static class PlanQuery
{
    private const float WeakWeight = 0.3f;
    private const float OtherMatches = 0.25f;

    // More than any sum of scores, so that a document with all the words stands before one with some.
    private const float AllWords = 1_000f;

    /// <summary>Documents that answer at least so many of the demanded slots; those that answer all come first.</summary>
    public static Query Of(QueryPlan plan, int atLeast, int all)
    {
        var query = new BooleanQuery(disableCoord: true) { { Demanded(plan, atLeast), Occur.MUST } };
        foreach (var slot in plan.Slots.Where(slot => !IsDemanded(slot, plan)))
        {
            query.Add(Of(slot), Occur.SHOULD);
        }

        if (atLeast < all)
        {
            query.Add(new ConstantScoreQuery(Demanded(plan, all)) { Boost = AllWords }, Occur.SHOULD);
        }

        return query;
    }

    private static bool IsDemanded(QuerySlot slot, QueryPlan plan) => !slot.IsWeak || plan.Demanded == 0;

    private static BooleanQuery Demanded(QueryPlan plan, int atLeast)
    {
        var query = new BooleanQuery { MinimumNumberShouldMatch = atLeast };
        foreach (var slot in plan.Slots.Where(slot => IsDemanded(slot, plan)))
        {
            query.Add(Of(slot), Occur.SHOULD);
        }

        return query;
    }

    // One flat disjunction: nesting the fields under each wording costs twice the time on a large index.
    private static DisjunctionMaxQuery Of(QuerySlot slot)
    {
        var query = new DisjunctionMaxQuery(OtherMatches);
        foreach (var wording in slot.Wordings)
        {
            var weight = wording.Weight * (slot.IsWeak ? WeakWeight : 1f);
            foreach (var part in Parts(wording))
            {
                part.Boost *= weight;
                query.Add(part);
            }
        }

        return query;
    }

    private static IEnumerable<Query> Parts(QuerySlot.Wording wording) => wording switch
    {
        { Stems: [var stem] } => InFields(field => new TermQuery(new Term(field, stem))),
        { InOrder: true } => InFields(field => Phrase(field, wording.Stems)),
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

    private static PhraseQuery Phrase(string field, string[] stems)
    {
        var query = new PhraseQuery { Slop = 1 };
        Array.ForEach(stems, stem => query.Add(new Term(field, stem)));
        return query;
    }
}
