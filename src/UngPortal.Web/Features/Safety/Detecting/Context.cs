namespace UngPortal.Features.Safety.Detecting;

/// <summary>What surrounds the words of a text: what is denied, whom it is about, what is only told.</summary>
internal sealed class Context
{
    private const int Bridges = 4;

    public Context(ReadText text, CommonLists lists)
    {
        Marks Of(Step step) => Cover(text, step);
        var denials = Of(lists.Denial).Without(Of(lists.NoDenial));
        NoDenial = text.Everywhere.Without(denials);
        Undenied = text.Everywhere.Without(After(text, denials, Of(lists.DenialBridge)));
        NotDeniedAfter = text.Everywhere.Without(denials.And(text.ClauseInner).Earlier());
        AboutOthers = Subject.OthersIn(text, Of(lists.Writer), Of(lists.WriterAsObject), Of(lists.Others), Of(lists.OtherSubjects), Of(lists.And), Of(lists.Who), Of(lists.Towards));
        Told = Around(text, Of(lists.Told));
        Quoted = new Marks(text.Words.Count);
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (text.Words[i].IsQuoted)
            {
                Quoted.Set(i);
            }
        }
    }

    /// <summary>Words that are no denial, so that a phrase may pass over them.</summary>
    public Marks NoDenial { get; }

    /// <summary>Words where something may begin that is not denied.</summary>
    public Marks Undenied { get; }

    /// <summary>Words after which no denial follows at once: "jeg kutter meg ikke".</summary>
    public Marks NotDeniedAfter { get; }

    /// <summary>Words whose nearest subject is somebody else.</summary>
    public Marks AboutOthers { get; }

    /// <summary>Words of sentences that speak of songs, games, films or schoolwork, or stand beside one that does.</summary>
    public Marks Told { get; }

    public Marks Quoted { get; }

    public static Marks Cover(ReadText text, Step step)
    {
        var cover = new Marks(text.Words.Count);
        if (step.MayStandIn(text))
        {
            step.Starts(text, text.Everywhere, text.Everywhere, cover);
        }

        return cover;
    }

    private static Marks Around(ReadText text, Marks marks)
    {
        var sentences = text.SentencesOf(marks);
        return text.SentencesOf(sentences.Or(sentences.Later()).Or(sentences.Earlier()));
    }

    private static Marks After(ReadText text, Marks denials, Marks bridges)
    {
        var next = denials.Later().And(text.ClauseInner);
        var all = next;
        for (var i = 0; i < Bridges; i++)
        {
            next = next.And(bridges).Later().And(text.ClauseInner);
            all = all.Or(next);
        }

        return all;
    }
}
