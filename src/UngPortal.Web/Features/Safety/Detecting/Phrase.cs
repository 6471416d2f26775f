namespace UngPortal.Features.Safety.Detecting;

/// <summary>Steps in order, each right after the one before it or with some words between them, never past the end of a sentence.</summary>
internal sealed class Phrase(IReadOnlyList<Step> steps, IReadOnlyList<int> gaps)
{
    public IReadOnlyList<Step> Steps => steps;

    /// <summary>Whether every word that it needs stands somewhere in the text: quick, and nearly always the end of it.</summary>
    public bool MayStandIn(ReadText text)
    {
        foreach (var step in steps)
        {
            if (!step.MayStandIn(text))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The last words of all its matches that begin on the given words.</summary>
    public Marks Ends(ReadText text, Marks starts, Marks? bridges)
    {
        var ends = steps[0].Ends(text, starts, bridges);
        for (var i = 1; i < steps.Count && ends.Any(); i++)
        {
            ends = steps[i].Ends(text, text.After(ends, gaps[i], bridges), bridges);
        }

        return ends;
    }

    /// <summary>The first words of all its matches that end on the given words; every word of these matches is marked in the cover.</summary>
    public Marks Starts(ReadText text, Marks starts, Marks ends, Marks cover)
    {
        var befores = new Marks[steps.Count];
        var afters = new Marks[steps.Count];
        for (var i = 0; i < steps.Count; i++)
        {
            befores[i] = i == 0 ? starts : text.After(afters[i - 1], gaps[i], null);
            afters[i] = steps[i].Ends(text, befores[i], null);
        }

        var allowed = ends;
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            allowed = steps[i].Starts(text, befores[i], allowed.And(afters[i]), cover);
            allowed = i > 0 ? text.Before(allowed, gaps[i]) : allowed;
        }

        return allowed;
    }
}
