using Lucene.Net.Index;

namespace UngPortal.Features.Search.Engine;

/// <summary>A run of an index's documents: pieces of its segments, in order, each from a document up to another.</summary>
internal sealed record IndexPart(IReadOnlyList<(AtomicReaderContext Segment, int From, int To)> Pieces)
{
    // Below this, a second thread costs more than it saves.
    private const int Large = 50_000;

    /// <summary>The whole of a small index, the two halves of a large one: what is in the first stands before what is in the second.</summary>
    public static IReadOnlyList<IndexPart> Of(IndexReader reader)
    {
        var whole = new IndexPart([.. reader.Leaves.Select(segment => (segment, 0, segment.AtomicReader.MaxDoc))]);
        return reader.MaxDoc < Large ? [whole] : [whole.Within(0, reader.MaxDoc / 2), whole.Within(reader.MaxDoc / 2, reader.MaxDoc)];
    }

    /// <summary>What lies between two documents of the index, at the borders of windows.</summary>
    private IndexPart Within(int from, int to) => new([.. Pieces.Select(piece => (piece.Segment, From: Inside(piece, from), To: Inside(piece, to))).Where(piece => piece.From < piece.To)]);

    private static int Inside((AtomicReaderContext Segment, int From, int To) piece, int document)
    {
        var at = Math.Clamp(document - piece.Segment.DocBase, piece.From, piece.To);
        return at == piece.To ? at : at - (at % SlotLane.Window);
    }
}
