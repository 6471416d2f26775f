namespace UngPortal.Features.Safety.Detecting;

/// <summary>One place of a phrase.</summary>
internal abstract class Step
{
    public abstract bool MayStandIn(ReadText text);

    public abstract Marks Ends(ReadText text, Marks starts, Marks? bridges);

    public abstract Marks Starts(ReadText text, Marks starts, Marks ends, Marks cover);
}

/// <summary>Any one of some words.</summary>
internal sealed class WordStep(int choice) : Step
{
    public int Choice => choice;

    public override bool MayStandIn(ReadText text) => text.Has(choice);

    public override Marks Ends(ReadText text, Marks starts, Marks? bridges) => starts.And(text.Of(choice));

    public override Marks Starts(ReadText text, Marks starts, Marks ends, Marks cover)
    {
        var found = ends.And(text.Of(choice)).And(starts);
        cover.Add(found);
        return found;
    }
}

/// <summary>Any one of a list's words and phrases.</summary>
internal sealed class ListStep(int number, IReadOnlyList<Phrase> entries) : Step
{
    public IReadOnlyList<Phrase> Entries => entries;

    public override bool MayStandIn(ReadText text) => text.MayHold(number, entries);

    public override Marks Ends(ReadText text, Marks starts, Marks? bridges)
    {
        var ends = new Marks(starts.Count);
        foreach (var entry in entries)
        {
            if (entry.MayStandIn(text))
            {
                ends.Add(entry.Ends(text, starts, bridges));
            }
        }

        return ends;
    }

    public override Marks Starts(ReadText text, Marks starts, Marks ends, Marks cover)
    {
        var found = new Marks(ends.Count);
        foreach (var entry in entries)
        {
            if (entry.MayStandIn(text))
            {
                found.Add(entry.Starts(text, starts, ends, cover));
            }
        }

        return found;
    }
}
