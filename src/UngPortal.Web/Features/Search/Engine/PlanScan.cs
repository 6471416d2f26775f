using Lucene.Net.Index;
using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>Finds and scores what answers a plan in one part of the index, segment by segment and window by window.</summary>
internal sealed class PlanScan(IndexPart part, QueryPlan plan, IReadOnlyList<(Weight[] Wordings, bool IsDemanded)> slots, SearchQuery query, string language)
{
    // More than any sum of scores, so that a document with all the words stands before one with some.
    private const float AllWords = 1_000f;
    private const float Help = 1f;

    private readonly List<SlotLane> demanded = [.. slots.Where(slot => slot.IsDemanded).Select(slot => new SlotLane(slot.Wordings))];
    private readonly List<SlotLane> others = [.. slots.Where(slot => !slot.IsDemanded).Select(slot => new SlotLane(slot.Wordings))];
    private readonly WindowBits found = new();
    private readonly WindowBits help = new();
    private readonly float[] scores = new float[SlotLane.Window];
    private readonly AnswerCounts answered = new();

    private readonly int all = Math.Max(1, plan.Demanded);

    /// <summary>Collects documents that answer at least so many of the demanded slots; those that answer all come first. In a crisis, what helps is a hit whatever its words.</summary>
    public void Run(int atLeast, HitCollector hits)
    {
        foreach (var (segment, from, to) in part.Pieces)
        {
            var filter = new SegmentFilter(segment.AtomicReader, query, language, plan.IsCrisis);
            if (!filter.IsEmpty)
            {
                Run(segment, filter, from, to, atLeast, hits);
            }
        }
    }

    private void Run(AtomicReaderContext segment, SegmentFilter filter, int from, int to, int atLeast, HitCollector hits)
    {
        hits.SetNextReader(segment);
        demanded.ForEach(lane => lane.Enter(segment, from));
        others.ForEach(lane => lane.Enter(segment, from));
        demanded.Sort((a, b) => a.Cost.CompareTo(b.Cost));
        for (var start = Next(from, atLeast); start < to; start = Next(start + SlotLane.Window, atLeast))
        {
            Find(filter, start, atLeast);
            Collect(start, hits);
        }
    }

    /// <summary>The next window that can hold a hit.</summary>
    private int Next(int from, int atLeast)
    {
        if (plan.IsCrisis)
        {
            return from;
        }

        var next = atLeast == demanded.Count ? demanded.Max(lane => lane.Next()) : demanded.Min(lane => lane.Next());
        return Math.Max(from, next - (next % SlotLane.Window));
    }

    private void Find(SegmentFilter filter, int start, int atLeast)
    {
        filter.Fill(found, start);
        if (plan.IsCrisis)
        {
            filter.FillHelp(help, start);
            help.And(found);
        }

        Array.Clear(scores);
        if (atLeast == demanded.Count && !plan.IsCrisis)
        {
            AnswerAll(start);
        }
        else
        {
            AnswerSome(start, atLeast);
        }

        foreach (var lane in others.Where(_ => !found.IsEmpty))
        {
            lane.Walk(start, found);
            Add(lane);
        }
    }

    private void AnswerAll(int start)
    {
        foreach (var lane in demanded)
        {
            lane.Walk(start, found);
            found.And(lane.Matched);
            if (found.IsEmpty)
            {
                return;
            }
        }

        demanded.ForEach(Add);
    }

    private void AnswerSome(int start, int atLeast)
    {
        answered.Clear();
        for (var at = 0; at < demanded.Count; at++)
        {
            var lane = demanded[at];
            lane.Walk(start, found);
            Add(lane);
            answered.Add(lane.Matched);
            answered.Drop(found, help, atLeast - (demanded.Count - at - 1));
        }

        for (var i = found.Next(0); i >= 0; i = found.Next(i + 1))
        {
            if (answered[i] < atLeast && !(answered[i] > 0 && help.Has(i)))
            {
                found.Unset(i);
                scores[i] = 0;
                continue;
            }

            // A document with most of the words stands well below one with all; what helps in a crisis is weighed by what it is about.
            var share = plan.IsCrisis ? 1f : (float)answered[i] / demanded.Count;
            scores[i] = (scores[i] * share * share) + (atLeast < all && answered[i] >= all ? AllWords : 0);
        }
    }

    private void Add(SlotLane lane)
    {
        for (var i = lane.Matched.Next(0); i >= 0; i = lane.Matched.Next(i + 1))
        {
            scores[i] += lane.ScoreAt(i);
        }
    }

    private void Collect(int start, HitCollector hits)
    {
        for (var i = help.Next(0); i >= 0; i = help.Next(i + 1))
        {
            scores[i] = found.Has(i) ? scores[i] + Help : Help;
        }

        found.Or(help);
        for (var i = found.Next(0); i >= 0; i = found.Next(i + 1))
        {
            hits.Collect(start + i, scores[i]);
        }
    }
}
