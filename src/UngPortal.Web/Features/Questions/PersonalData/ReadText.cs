using System.Globalization;

namespace UngPortal.Features.Questions.PersonalData;

/// <summary>A text as words and runs of digits, with what stands between them.</summary>
internal sealed class ReadText
{
    private const int LongestWord = 60;
    private readonly List<(int Start, int End, bool IsDigits)> _parts = [];
    private readonly string?[] _words;

    public ReadText(string text)
    {
        Text = text;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var isDigits = char.IsAsciiDigit(text[at]);
            while (end < text.Length && (isDigits ? char.IsAsciiDigit(text[end]) : IsInWord(text, at, end)))
            {
                end++;
            }

            if (end > at)
            {
                _parts.Add((at, end, isDigits));
            }

            at = Math.Max(end, at + 1);
        }

        _words = new string?[_parts.Count];
    }

    public string Text { get; }

    public int Count => _parts.Count;

    public int Start(int part) => _parts[part].Start;

    public int End(int part) => _parts[part].End;

    public int LengthOf(int part) => End(part) - Start(part);

    public bool IsDigits(int part) => part >= 0 && part < Count && _parts[part].IsDigits;

    public bool IsWord(int part) => part >= 0 && part < Count && !_parts[part].IsDigits;

    public bool IsCapitalised(int part) => IsWord(part) && char.IsUpper(Text[Start(part)]) && LengthOf(part) > 1;

    /// <summary>The word in small letters; empty where there is none, or one that is longer than any.</summary>
    public string Word(int part) => part < 0 || part >= Count ? "" : _words[part] ??= _parts[part].IsDigits || LengthOf(part) > LongestWord ? "" : Text[Start(part)..End(part)].ToLowerInvariant();

    public ReadOnlySpan<char> Digits(int part) => IsDigits(part) ? Text.AsSpan(Start(part), LengthOf(part)) : [];

    /// <summary>What stands before the part.</summary>
    public ReadOnlySpan<char> Before(int part) => part >= Count ? [] : Text.AsSpan(part == 0 ? 0 : End(part - 1), Start(part) - (part == 0 ? 0 : End(part - 1)));

    /// <summary>Whether the part follows the one before with a single space.</summary>
    public bool Follows(int part) => part > 0 && part < Count && Before(part) is " " or "\u00a0";

    public PersonalDataFinding Finding(PersonalDataKind kind, int first, int last) => new(kind, Start(first), End(last) - Start(first));

    private static bool IsInWord(string text, int from, int at) =>
        char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark
        || (text[at] is '-' or '\'' or '’' && at > from && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]));
}
