using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace UngPortal.Platform.Security;

/// <summary>Which passwords are good enough: long, and not what everyone would guess; any characters, and no demands about their kinds. Source: ASVS 5.0 V6.2.1 to V6.2.12.</summary>
public static class PasswordRules
{
    /// <summary>The shortest password, in characters.</summary>
    public const int LengthLeast = 15;

    /// <summary>The longest password, in characters.</summary>
    public const int LengthMost = 128;

    private const int CommonWordsMost = 2;
    private const int CharactersLeast = 6;
    private const int ContextWordLeast = 4;
    private const string Disguises = "0o1l3e4a5s7t8b@a$s!i";
    private const string Site = "ungportal";

    private static readonly FrozenSet<string> Common = ReadList();
    private static readonly int LongestCommon = Common.Max(word => word.Length);

    /// <summary>How many entries the block list has.</summary>
    public static int ListLength => Common.Count;

    /// <summary>What is wrong with a password; null when nothing is.</summary>
    /// <param name="password">The password, as typed.</param>
    /// <param name="context">Names that somebody who knows the person would try: organisation, person, e-mail address.</param>
    public static PasswordProblem? ProblemOf(string password, IEnumerable<string> context)
    {
        var length = new StringInfo(password).LengthInTextElements;
        if (length < LengthLeast)
        {
            return PasswordProblem.TooShort;
        }

        if (password.Length > LengthMost)
        {
            return PasswordProblem.TooLong;
        }

        var bare = Bare(password);
        if (context.SelectMany(WordsOf).Append(Site).Any(word => bare.Contains(word, StringComparison.Ordinal)))
        {
            return PasswordProblem.Personal;
        }

        return IsMonotonous(password) || (bare.Length > 0 && CommonWordsIn(Unrepeated(bare)) <= CommonWordsMost) ? PasswordProblem.Common : null;
    }

    private static IEnumerable<string> WordsOf(string name) => new string([.. name.Select(c => char.IsLetterOrDigit(c) ? c : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(word => word.Length >= ContextWordLeast);

    /// <summary>Lower-case letters alone, with digits and signs read as the letters they stand for.</summary>
    private static string Bare(string text)
    {
        var trimmed = text.ToLowerInvariant().TrimEnd([.. "0123456789!?.,- "]).TrimStart([.. "0123456789!?.,- "]);
        var bare = new StringBuilder();
        for (var i = 0; i < trimmed.Length; i++)
        {
            var at = Disguises.IndexOf(trimmed[i], StringComparison.Ordinal);
            var isNumber = char.IsAsciiDigit(trimmed[i]) && (IsDigit(trimmed, i - 1) || IsDigit(trimmed, i + 1));
            bare.Append(at >= 0 && at % 2 == 0 && !isNumber ? Disguises[at + 1] : trimmed[i]);
        }

        return string.Concat(bare.ToString().Where(char.IsLetter));
    }

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);

    /// <summary>One round of a text that repeats itself: "sommersommer" is "sommer".</summary>
    private static string Unrepeated(string text)
    {
        var again = text.Length == 0 ? -1 : (text + text).IndexOf(text, 1, StringComparison.Ordinal);
        return again > 0 && again < text.Length ? text[..again] : text;
    }

    /// <summary>Few different characters, or mostly neighbours of each other in the alphabet or among the digits.</summary>
    private static bool IsMonotonous(string password)
    {
        var steps = password.Zip(password.Skip(1), (one, next) => next - one).Count(step => step is >= -1 and <= 1 or 9 or -9);
        return password.ToLowerInvariant().Distinct().Count() < CharactersLeast || steps * 4 >= (password.Length - 1) * 3;
    }

    /// <summary>The fewest entries of the list that make up the whole text; <see cref="int.MaxValue"/> when they can't.</summary>
    private static int CommonWordsIn(string text)
    {
        var fewest = Enumerable.Repeat(int.MaxValue, text.Length + 1).ToArray();
        fewest[0] = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            for (var start = Math.Max(0, end - LongestCommon); start < end; start++)
            {
                if (fewest[start] < fewest[end] - 1 && Common.Contains(text[start..end]))
                {
                    fewest[end] = fewest[start] + 1;
                }
            }
        }

        return fewest[text.Length];
    }

    private static FrozenSet<string> ReadList()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
