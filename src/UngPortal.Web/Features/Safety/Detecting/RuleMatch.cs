using UngPortal.Kernel;

namespace UngPortal.Features.Safety.Detecting;

/// <summary>What one rule says about a text: first whether it stands there at all, then whether denied, then about whom.</summary>
internal static class RuleMatch
{
    public static (Severity Severity, bool IsAboutOther) Of(PatternRule rule, ReadText text, Context context)
    {
        if (!rule.Phrases.All(phrase => phrase.MayStandIn(text)))
        {
            return (Severity.Green, false);
        }

        var any = Ends(rule, text, text.Everywhere, null);

        // What is told of songs and schoolwork counts only where the writer is named.
        var isTellable = rule.Kind is PatternKind.Topic or PatternKind.Weak || (rule.Kind == PatternKind.DoneByOthers && !rule.IsPersonal);
        var ends = isTellable ? any.Without(context.Told) : any;
        if (!ends.Any())
        {
            return (Severity.Green, false);
        }

        ends = rule.HoldsDenial ? ends : ends.And(Ends(rule, text, context.Undenied, context.NoDenial)).And(context.NotDeniedAfter);
        if (rule.Kind is PatternKind.Hard or PatternKind.Weak)
        {
            return (ends.Any() ? Severity.Yellow : Severity.Green, false);
        }

        if (!ends.Any())
        {
            return (Severity.Yellow, false);
        }

        return rule.IsPersonal || rule.Kind == PatternKind.DoneByOthers || ends.Without(context.AboutOthers).Any() ? (Severity.Red, false)
            : (ends.Without(context.Told).Any() ? Severity.Yellow : Severity.Green, true);
    }

    /// <summary>Whether it stands there at all.</summary>
    public static bool StandsIn(PatternRule rule, ReadText text) => rule.Phrases.All(phrase => phrase.MayStandIn(text)) && Ends(rule, text, text.Everywhere, null).Any();

    /// <summary>Every word that the rule's first phrase stands on.</summary>
    public static Marks Cover(PatternRule rule, ReadText text)
    {
        var cover = new Marks(text.Words.Count);
        if (rule.Phrases.All(phrase => phrase.MayStandIn(text)))
        {
            var starts = Starts(rule, text, text.Everywhere);
            var ends = Ends(rule, text, text.Everywhere, null);
            if (ends.Any())
            {
                rule.Phrases[0].Starts(text, starts, ends, cover);
            }
        }

        return cover;
    }

    /// <summary>The last words of the first phrase, in sentences where the others stand too.</summary>
    private static Marks Ends(PatternRule rule, ReadText text, Marks starts, Marks? bridges)
    {
        var ends = rule.Phrases[0].Ends(text, Starts(rule, text, starts), bridges);
        if (rule.IsWhole)
        {
            var last = new Marks(text.Words.Count);
            last.Set(text.Words.Count - 1);
            return ends.And(last);
        }

        for (var i = 1; i < rule.Phrases.Count && ends.Any(); i++)
        {
            ends = ends.And(text.SentencesOf(rule.Phrases[i].Ends(text, rule.IsWhole ? text.Everywhere : starts, bridges)));
        }

        return ends;
    }

    private static Marks Starts(PatternRule rule, ReadText text, Marks starts)
    {
        if (!rule.IsWhole)
        {
            return starts;
        }

        var first = new Marks(text.Words.Count);
        first.Set(0);
        return first.And(starts);
    }
}
