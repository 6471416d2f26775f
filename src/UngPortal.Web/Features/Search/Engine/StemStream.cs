using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace UngPortal.Features.Search.Engine;

/// <summary>Hands ready-made terms to Lucene; a term marked as an alternative stands at the position of the one before.</summary>
internal sealed class StemStream : TokenStream
{
    private readonly IReadOnlyList<(string Term, bool IsAlternative)> terms;
    private readonly ICharTermAttribute term;
    private readonly IPositionIncrementAttribute position;
    private int next;

    public StemStream(IReadOnlyList<(string Term, bool IsAlternative)> terms)
    {
        this.terms = terms;
        term = AddAttribute<ICharTermAttribute>();
        position = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (next >= terms.Count)
        {
            return false;
        }

        ClearAttributes();
        term.SetEmpty().Append(terms[next].Term);
        position.PositionIncrement = terms[next].IsAlternative ? 0 : 1;
        next++;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        next = 0;
    }
}
