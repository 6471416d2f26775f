namespace UngPortal.Features.Questions.PersonalData;

/// <summary>Days and years by which somebody may be known again.</summary>
internal static class Dates
{
    private const int FirstYear = 1990;
    private const int LastYear = 2039;

    private static readonly HashSet<string> Months =
    [
        "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember",
        "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "des",
        "january", "february", "march", "may", "june", "july", "october", "december",
    ];

    public static IEnumerable<PersonalDataFinding> In(ReadText read)
    {
        for (var part = 0; part < read.Count; part++)
        {
            if (IsDay(read, part) && Months.Contains(read.Word(part + 1)) && read.Before(part + 1) is " " or ". " or ".")
            {
                yield return read.Finding(PersonalDataKind.Date, part, part + 1);
            }
            else if (IsDay(read, part) && IsDay(read, part + 1) && read.Before(part + 1) is "." or "/" && (part == 0 || read.Before(part) is not "."))
            {
                yield return read.Finding(PersonalDataKind.Date, part, part + 1);
            }
            else if (read.Digits(part) is { Length: 4 } year && int.Parse(year, System.Globalization.CultureInfo.InvariantCulture) is >= FirstYear and <= LastYear)
            {
                yield return read.Finding(PersonalDataKind.Date, part, part);
            }
        }
    }

    private static bool IsDay(ReadText read, int part) =>
        read.Digits(part) is { Length: 1 or 2 } day && int.Parse(day, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31;
}
