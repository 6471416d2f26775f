using Lucene.Net.Index;
using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>Turns a plan into Lucene's queries.</summary>
internal static class PlanQuery
{
    private const float WeakWeight = 0.3f;

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

    private static DisjunctionMaxQuery Of(QuerySlot slot)
    {
        var query = new DisjunctionMaxQuery(0.1f);
        foreach (var wording in slot.Wordings)
        {
            var part = wording switch
            {
                { Stems: [var stem] } => AnyField(field => new TermQuery(new Term(field, stem))),
                { InOrder: true } => AnyField(field => Phrase(field, wording.Stems)),
                _ => All(wording.Stems),
            };
            part.Boost = wording.Weight * (slot.IsWeak ? WeakWeight : 1f);
            query.Add(part);
        }

        return query;
    }

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

    private static BooleanQuery AnyField(Func<string, Query> inField)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (name, weight) in IndexFields.Text)
        {
            var part = inField(name);
            part.Boost = weight;
            query.Add(part, Occur.SHOULD);
        }

        return query;
    }

    private static PhraseQuery Phrase(string field, string[] stems)
    {
        var query = new PhraseQuery { Slop = 1 };
        Array.ForEach(stems, stem => query.Add(new Term(field, stem)));
        return query;
    }
}
