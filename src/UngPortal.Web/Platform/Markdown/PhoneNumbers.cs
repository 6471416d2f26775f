using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace UngPortal.Platform.Markdown;

/// <summary>Finds phone numbers in a line of Markdown, so that a number has one home: the register of services.</summary>
/// <remarks>Norwegian shapes: eight digits in the usual groups, 116 xxx, 0xxxx, emergency numbers after "ring", and any number with a country code.</remarks>
public static partial class PhoneNumbers
{
    private const int FewestDigits = 3;

    private static readonly int[][] Shapes =
    [
        [8], [2, 2, 2, 2], [3, 2, 3], [4, 4], [2, 6], [2, 2, 4], [2, 4, 2], [3, 5], [5, 3],
        [6], [3, 3], [2, 2, 2],
        [5], [3, 2], [1, 2, 2],
    ];

    /// <summary>The first thing in the line that looks like a phone number, or null. Years, dates, amounts, laws and addresses of links pass.</summary>
    public static string? FirstIn(string line)
    {
        if (line.Count(c => char.IsDigit(c)) < FewestDigits)
        {
            return null;
        }

        var text = NotProse().Replace(WebUtility.HtmlDecode(line), " ").Normalize(NormalizationForm.FormKC);
        text = Decoration().Replace(text, "").Replace('\u2010', '-').Replace('\u2013', '-').Replace('\u2212', '-');
        if (International().Match(text) is { Success: true } foreign && !IsAmount(text, foreign.Index, foreign.Index + foreign.Length))
        {
            return foreign.Value;
        }

        var groups = Digits().Matches(text);
        return Emergency().Match(text) is { Success: true } emergency
            ? emergency.Groups[1].Value
            : Enumerable.Range(0, groups.Count).Select(first => ShapeAt(text, groups, first)).FirstOrDefault(found => found is not null);
    }

    private static string? ShapeAt(string text, MatchCollection groups, int first)
    {
        var start = groups[first].Index;
        if (text[start] == '1' && !text.AsSpan(start).StartsWith("11", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var shape in Shapes)
        {
            if (Separator(text, groups, first, shape) is { } separator)
            {
                var last = groups[first + shape.Length - 1];
                var end = last.Index + last.Length;
                var digits = string.Concat(groups.Skip(first).Take(shape.Length).Select(group => group.Value));
                if (IsNumber(digits, shape, separator) && !IsPartOfMore(text, start, end) && !IsAmount(text, start, end))
                {
                    return text[start..end];
                }
            }
        }

        return null;
    }

    private static char? Separator(string text, MatchCollection groups, int first, int[] shape)
    {
        if (first + shape.Length > groups.Count || groups[first].Length != shape[0])
        {
            return null;
        }

        var separator = '\0';
        for (var at = 0; at < shape.Length; at++)
        {
            var group = groups[first + at];
            if (group.Length != shape[at])
            {
                return null;
            }

            if (at > 0)
            {
                var before = groups[first + at - 1];
                var joint = before.Index + before.Length;
                if (group.Index != joint + 1 || text[joint] is not (' ' or '-' or '.' or '/') || (separator is not '\0' && separator != text[joint]))
                {
                    return null;
                }

                separator = text[joint];
            }
        }

        return separator;
    }

    private static bool IsNumber(string digits, int[] shape, char separator) => digits.Length switch
    {
        8 => digits[0] is >= '2' and <= '9' && !IsDate(digits, shape, separator) && !(shape is [4, 4] && IsYear(digits[..4]) && IsYear(digits[4..])),
        6 => digits.StartsWith("116", StringComparison.Ordinal) && separator is '\0' or ' ' or '-',
        _ => digits[0] == '0' && separator is '\0' or ' ',
    };

    private static bool IsPartOfMore(string text, int start, int end) =>
        BeforeNumber().IsMatch(text.AsSpan(Math.Max(0, start - 2), Math.Min(2, start))) || AfterNumber().IsMatch(text.AsSpan(end));

    private static bool IsYear(string digits) => digits.StartsWith("19", StringComparison.Ordinal) || digits.StartsWith("20", StringComparison.Ordinal);

    private static bool IsDate(string digits, int[] shape, char separator) =>
        (shape is [8] && IsYear(digits[..4]) && string.CompareOrdinal(digits[4..6], "12") <= 0 && string.CompareOrdinal(digits[6..], "31") <= 0)
        || (shape is [2, 2, 4] && IsYear(digits[4..]))
        || (separator == '/' && shape is not [2, 2, 2, 2]);

    private static bool IsAmount(string text, int start, int end) =>
        UnitAfter().IsMatch(text.AsSpan(end)) || UnitBefore().IsMatch(text.AsSpan(Math.Max(0, start - 5), Math.Min(5, start)));

    [GeneratedRegex(@"\[\[[^\]]*\]\]|\]\([^)\s]*|https?://\S*|^:::+[ \t]*(?:figur|video|tjeneste)\b.*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex NotProse();

    [GeneratedRegex(@"[*_`~\\]|\p{Cf}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"\d{1,20}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?:(?<!\d)\+|(?<![\d.,/-])00) ?[1-9]\d{0,2}\)?(?:[ .-]?\d){6,12}(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex International();

    [GeneratedRegex(@"\b(?:ring|ringe|ringer|ringar|call|dial|phone|tlf|telefon|telefonen|nødnummer|nødnummeret|emergency number)[.:]?[ ](?:(?:til|på|to|on)[ ])?(11\d|1[48]\d\d)\b(?![ ]?\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Emergency();

    /// <summary>A digit and a joint, or an identifier: then the digits are the tail of something longer.</summary>
    [GeneratedRegex(@"(?:\d[.,:/-]|\p{L}-|[/=#§])\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex BeforeNumber();

    [GeneratedRegex(@"\A[.,:/-]?\d", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex AfterNumber();

    [GeneratedRegex(@"\A ?(?:kroner|kr\b|nok\b|øre|euro|dollar|millioner|milliarder|prosent|percent|%|,-)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex UnitAfter();

    [GeneratedRegex(@"(?:\bkr\.?|\bnok|€|\$) ?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex UnitBefore();
}
