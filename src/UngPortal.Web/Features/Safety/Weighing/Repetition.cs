using UngPortal.Features.Safety.Detecting;

namespace UngPortal.Features.Safety.Weighing;

/// <summary>"bort bort bort" says no more than "bort": a word that is only repeated must not add up to a sign.</summary>
internal static class Repetition
{
    public static List<TextWord> LeftOut(List<TextWord> words)
    {
        var left = new List<TextWord>(words.Count);
        foreach (var word in words)
        {
            if (left.Count == 0 || left[^1].Text != word.Text)
            {
                left.Add(word);
            }
        }

        return left;
    }
}
