namespace UngPortal.Features.Questions.PersonalData;

/// <summary>Phone numbers and national identity numbers. Dates, prices and the short numbers of helplines are neither.</summary>
internal static class Numbers
{
    private const int IdLength = 11;
    private static readonly int[][] PhoneGroups = [[8], [2, 2, 2, 2], [3, 2, 3], [4, 4], [1, 1, 1, 1, 1, 1, 1, 1]];
    private static readonly int[][] IdGroups = [[11], [6, 5], [2, 2, 2, 5]];
    private static readonly int[] FirstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
    private static readonly int[] SecondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    public static IEnumerable<PersonalDataFinding> In(ReadText read)
    {
        for (var part = 0; part < read.Count; part++)
        {
            if (!read.IsDigits(part))
            {
                continue;
            }

            if (IdGroups.FirstOrDefault(groups => IsRun(read, part, groups) && IsNationalId(Join(read, part, groups.Length))) is { } id)
            {
                yield return read.Finding(PersonalDataKind.NationalId, part, part + id.Length - 1);
                part += id.Length - 1;
            }
            else if (PhoneEnd(read, part) is { } last)
            {
                yield return read.Finding(PersonalDataKind.Phone, part, last);
                part = last;
            }
        }
    }

    /// <summary>Both check digits, and a day that there is; also numbers for people without one (+40) and for tests (month +65, +80).</summary>
    private static bool IsNationalId(string digits)
    {
        if (digits.Length != IdLength)
        {
            return false;
        }

        var (day, month) = ((((digits[0] - '0') * 10) + digits[1] - '0') % 40, ((digits[2] - '0') * 10) + digits[3] - '0');
        return day is >= 1 and <= 31 && (month is >= 1 and <= 12 or >= 41 and <= 52 or >= 66 and <= 77 or >= 81 and <= 92)
            && Weigh(digits, FirstWeights) && Weigh(digits, SecondWeights);
    }

    private static bool Weigh(string digits, int[] weights) => weights.Select((weight, at) => weight * (digits[at] - '0')).Sum() % 11 == 0;

    private static int? PhoneEnd(ReadText read, int part)
    {
        var isAbroad = read.Before(part).EndsWith("+") || read.Digits(part).StartsWith("00");
        if (isAbroad)
        {
            return AbroadEnd(read, part);
        }

        var groups = PhoneGroups.FirstOrDefault(groups => IsRun(read, part, groups) && IsPhoneStart(read.Digits(part)[0], groups.Length));
        return groups is null || IsPrice(read, part, part + groups.Length - 1) ? null : part + groups.Length - 1;
    }

    /// <summary>Landlines begin with 2, 3, 5, 6 and 7, mobiles with 4 and 9; the rarer ways to write are those of mobiles alone.</summary>
    private static bool IsPhoneStart(char first, int groups) => groups is 2 or 8 ? first is '4' or '9' : first is >= '2' and not '8';

    private static int? AbroadEnd(ReadText read, int part)
    {
        var (last, digits) = (part, read.LengthOf(part));
        while (IsJoined(read, last + 1) && digits + read.LengthOf(last + 1) <= 17)
        {
            digits += read.LengthOf(++last);
        }

        return digits is >= 9 and <= 17 ? last : null;
    }

    private static bool IsPrice(ReadText read, int first, int last) =>
        read.Word(first - 1) is "kr" or "nok" or "kroner" || read.Word(last + 1) is "kr" or "nok" or "kroner" or "millioner" or "euro" or "dollar";

    /// <summary>Whether just these groups of digits stand side by side, and no more of the kind.</summary>
    private static bool IsRun(ReadText read, int part, int[] groups)
    {
        for (var at = 0; at < groups.Length; at++)
        {
            if (read.LengthOf(Math.Min(part + at, read.Count - 1)) != groups[at] || !read.IsDigits(part + at) || (at > 0 && !IsJoined(read, part + at)))
            {
                return false;
            }
        }

        return !(IsJoined(read, part + groups.Length) && read.LengthOf(part + groups.Length) == groups[^1]) && !(IsJoined(read, part) && read.LengthOf(part - 1) == groups[0]);
    }

    private static bool IsJoined(ReadText read, int part) => part > 0 && read.IsDigits(part) && read.IsDigits(part - 1) && read.Before(part) is " " or "-" or "." or "\u00a0";

    private static string Join(ReadText read, int part, int count) => string.Concat(Enumerable.Range(part, count).Select(at => read.Digits(at).ToString()));
}
