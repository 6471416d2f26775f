using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>Finds and scores what answers a plan, segment by segment and window by window.</summary>
internal sealed class PlanScan(IndexSearcher searcher, QueryPlan plan, SearchQuery query, string language)
{
    // More than any sum of scores, so that a document with all the words stands before one with some.
    private const float AllWords = 1_000f;
    private const float Help = 1f;

    private readonly List<SlotLane> demanded = [.. plan.Slots.Where(plan.IsDemanded).Select(slot => Lane(searcher, slot))];
    private readonly List<SlotLane> others = [.. plan.Slots.Where(slot => !plan.IsDemanded(slot)).Select(slot => Lane(searcher, slot))];
    private readonly WindowBits found = new();
    private readonly WindowBits help = new();
    private readonly float[] scores = new float[SlotLane.Window];
    private readonly byte[] answered = new byte[SlotLane.Window];

    /// <summary>How many slots there are to answer.</summary>
    public int All { get; } = Math.Max(1, plan.Demanded);

    /// <summary>Collects documents that answer at least so many of the demanded slots; those that answer all come first. In a crisis, what helps is a hit whatever its words.</summary>
    public void Run(int atLeast, HitCollector hits)
    {
        foreach (var segment in searcher.IndexReader.Leaves)
        {
            var filter = new SegmentFilter(segment.AtomicReader, query, language, plan.IsCrisis);
            if (filter.IsEmpty)
            {
                continue;
            }

            hits.SetNextReader(segment);
            demanded.ForEach(lane => lane.Enter(segment));
            others.ForEach(lane => lane.Enter(segment));
            demanded.Sort((a, b) => a.Cost.CompareTo(b.Cost));
            for (var start = Next(0, atLeast); start < segment.AtomicReader.MaxDoc; start = Next(start + SlotLane.Window, atLeast))
            {
                Find(filter, start, atLeast);
                Collect(start, hits);
            }
        }
    }

    private static SlotLane Lane(IndexSearcher searcher, QuerySlot slot) => new([.. WordingQueries.Of(slot).Select(searcher.CreateNormalizedWeight)]);

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
        Array.Clear(answered);
        foreach (var lane in demanded)
        {
            lane.Walk(start, found);
            Add(lane);
            for (var i = lane.Matched.Next(0); i >= 0; i = lane.Matched.Next(i + 1))
            {
                answered[i]++;
            }
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
            scores[i] = (scores[i] * share * share) + (atLeast < All && answered[i] >= All ? AllWords : 0);
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
