namespace UngPortal.Features.Safety.Detecting;

/// <summary>Makes one word of letters that were written apart: "s e l v m o r d", "k.m.s".</summary>
internal static class LooseLetters
{
    private const int Fewest = 3;
    private const string Words = "æøåiueoay";

    public static List<TextWord> Join(List<TextWord> words)
    {
        var joined = new List<TextWord>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var run = words.Skip(i).Take(64).TakeWhile(word => word.Text.Length == 1 && (char.IsAsciiLetterOrDigit(word.Text[0]) || word.IsNordic)).Count();
            if (run >= Fewest && words.Skip(i).Take(run).Count(word => !Words.Contains(word.Text, StringComparison.Ordinal) && !char.IsAsciiDigit(word.Text[0])) >= Fewest - 1)
            {
                joined.Add(words[i] with { Text = Leet.Read(string.Concat(words.Skip(i).Take(run).Select(word => word.Text))) });
                i += run;
                continue;
            }

            var end = i + Math.Max(run, 1);
            joined.AddRange(words.GetRange(i, end - i));
            i = end;
        }

        return joined;
    }
}
