using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace UngPortal.Features.Search.Engine;

/// <summary>What a query leaves out of one segment: other readers' versions, what its filters don't name and, in a crisis, texts that could be read as a method.</summary>
internal sealed class SegmentFilter
{
    private static readonly string[] HelpfulKinds = ["article", "service"];

    private readonly List<FixedBitSet> demanded = [];
    private readonly List<FixedBitSet> helpful = [];
    private readonly FixedBitSet? crisis;
    private readonly FixedBitSet? methods;
    private readonly IBits? live;

    public SegmentFilter(AtomicReader segment, SearchQuery query, string language, bool isCrisis)
    {
        live = segment.LiveDocs;
        (string Field, string? Value)[] asked =
        [
            (IndexFields.ShownTo, language), (IndexFields.Topic, query.Topic), (IndexFields.AgeBand, query.AgeBand), (IndexFields.Year, query.Year?.ToString(CultureInfo.InvariantCulture)),
            .. query.Tags.Select(tag => (IndexFields.Tag, (string?)tag)),
        ];
        foreach (var (field, value) in asked.Where(asked => !string.IsNullOrEmpty(asked.Value)))
        {
            if (SegmentBits.Of(segment, field, value!) is not { } bits)
            {
                IsEmpty = true;
                return;
            }

            demanded.Add(bits);
        }

        if (isCrisis)
        {
            methods = SegmentBits.Of(segment, IndexFields.Method, "1");
            crisis = SegmentBits.Of(segment, IndexFields.Sensitivity, "crisis");
            helpful.AddRange(HelpfulKinds.Select(kind => SegmentBits.Of(segment, IndexFields.Kind, kind)).OfType<FixedBitSet>());
        }
    }

    /// <summary>Nothing of the segment is left.</summary>
    public bool IsEmpty { get; }

    /// <summary>Sets the bits of what is let through.</summary>
    public void Fill(WindowBits window, int start)
    {
        window.Fill();
        demanded.ForEach(bits => window.And(bits, start));
        if (methods is not null)
        {
            window.And(methods, start, negated: true);
        }
    }

    /// <summary>Sets the bits of articles and services that help in a crisis.</summary>
    public void FillHelp(WindowBits window, int start)
    {
        window.Clear();
        if (crisis is null)
        {
            return;
        }

        var kind = new WindowBits();
        foreach (var bits in helpful)
        {
            kind.Fill();
            kind.And(bits, start);
            window.Or(kind);
        }

        window.And(crisis, start);
        for (var i = window.Next(0); i >= 0 && live is not null; i = window.Next(i + 1))
        {
            if (!live.Get(start + i))
            {
                window.Unset(i);
            }
        }
    }
}
