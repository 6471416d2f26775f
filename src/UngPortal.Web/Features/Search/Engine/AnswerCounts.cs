namespace UngPortal.Features.Search.Engine;

/// <summary>How many of a plan's slots each document of a window answers.</summary>
internal sealed class AnswerCounts
{
    private readonly byte[] answered = new byte[SlotLane.Window];

    public int this[int i] => answered[i];

    public void Clear() => Array.Clear(answered);

    public void Add(WindowBits matched)
    {
        for (var i = matched.Next(0); i >= 0; i = matched.Next(i + 1))
        {
            answered[i]++;
        }
    }

    /// <summary>Leaves out what answers fewer, so that further slots need not be looked for there; what helps in a crisis stays.</summary>
    public void Drop(WindowBits found, WindowBits help, int least)
    {
        for (var i = least > 0 ? found.Next(0) : -1; i >= 0; i = found.Next(i + 1))
        {
            if (answered[i] < least && !help.Has(i))
            {
                found.Unset(i);
            }
        }
    }
}
