namespace UngPortal.Platform.Words;

/// <summary>Counts typing slips: a letter too many, too few, wrong, or two swapped.</summary>
internal static class Typos
{
    /// <summary>How many are forgiven in a word: none below five letters, two from nine.</summary>
    public static int Forgiven(string word) => word.Length switch { < 5 => 0, < 9 => 1, _ => 2 };

    public static int Between(string a, string b)
    {
        var twoAbove = new int[b.Length + 1];
        var above = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                }
            }

            (twoAbove, above, row) = (above, row, twoAbove);
        }

        return above[b.Length];
    }
}
