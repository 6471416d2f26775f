using System.Buffers;

namespace UngPortal.Features.Questions.PersonalData;

/// <summary>E-mail addresses and names that people go by elsewhere.</summary>
internal static class Contacts
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 100;
    private const int LongestHandle = 30;

    private static readonly SearchValues<char> NotInPlainWords = SearchValues.Create("_.0123456789");
    private static readonly string[] WrittenOut = ["(at)", "[at]", " (at) ", " krøllalfa ", " alfakrøll "];
    private static readonly HashSet<string> Networks = ["snap", "snapchat", "snappen", "snapen", "insta", "instagram", "instaen", "tiktok", "discord", "tlgrm", "telegram", "snapchatten", "brukernavn", "brukernavnet", "username"];

    public static IEnumerable<PersonalDataFinding> In(ReadText read)
    {
        var text = read.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if ((Email(text, at, 1) ?? Handle(text, at)) is { } finding)
            {
                yield return finding;
            }
        }

        foreach (var sign in WrittenOut)
        {
            for (var at = text.IndexOf(sign, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(sign, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (Email(text, at, sign.Length) is { } finding)
                {
                    yield return finding;
                }
            }
        }

        for (var part = 0; part < read.Count; part++)
        {
            if (Networks.Contains(read.Word(part)) && After(read, part) is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static PersonalDataFinding? Email(string text, int at, int length)
    {
        var start = at;
        while (start > 0 && at - start < LongestLocal && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '_' or '-' or '+' or '%'))
        {
            start--;
        }

        var (end, dot) = (at + length, -1);
        while (end < text.Length && end - at < LongestDomain && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.'))
        {
            dot = text[end] == '.' && end + 1 < text.Length && char.IsLetter(text[end + 1]) ? end : dot;
            end++;
        }

        end -= text[end - 1] == '.' ? 1 : 0;
        return start < at && dot > at + length && end - dot > 2 ? new(PersonalDataKind.Email, start, end - start) : null;
    }

    private static PersonalDataFinding? Handle(string text, int at)
    {
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '@'))
        {
            return null;
        }

        var end = HandleEnd(text, at + 1);
        return end - at > 2 && text.AsSpan(at + 1, end - at - 1).ContainsAnyInRange('A', 'z') ? new(PersonalDataKind.Handle, at, end - at) : null;
    }

    /// <summary>"snap: kari_p", "insta er kari.p09": a plain word counts only after a colon.</summary>
    private static PersonalDataFinding? After(ReadText read, int part)
    {
        var (text, at, isTold) = (read.Text, read.End(part), false);
        for (; at < text.Length && text[at] is ' ' or ':' or '='; at++)
        {
            isTold |= text[at] != ' ';
        }

        if (!isTold)
        {
            var next = part + (read.Word(part + 1) is "min" or "mitt" or "mi" ? 2 : 1);
            if (read.Word(next) is not ("er" or "is"))
            {
                return null;
            }

            at = Math.Min(text.Length, read.End(next) + 1);
        }

        var end = HandleEnd(text, at);
        var name = text.AsSpan(at, end - at);
        return name.Length > 2 && (isTold || name.ContainsAny(NotInPlainWords)) ? new(PersonalDataKind.Handle, at, end - at) : null;
    }

    private static int HandleEnd(string text, int from)
    {
        var end = from;
        while (end < text.Length && end - from < LongestHandle && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-'))
        {
            end++;
        }

        while (end > from && text[end - 1] is '.' or '-')
        {
            end--;
        }

        return end;
    }
}
