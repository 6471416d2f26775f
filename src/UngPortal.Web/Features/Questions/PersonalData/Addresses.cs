namespace UngPortal.Features.Questions.PersonalData;

/// <summary>A street with a number.</summary>
internal static class Addresses
{
    private const int LongestNumber = 4;

    /// <summary>Endings that are streets in small letters too.</summary>
    private static readonly string[] Streets = ["gata", "gate", "gaten", "gatå", "veien", "vegen", "vei", "veg", "alléen", "allé"];

    /// <summary>Endings that other words have as well: only with a capital letter.</summary>
    private static readonly string[] Likely = ["bakken", "svingen", "stien", "plass", "plassen", "lia", "tunet", "kroken", "ringen", "brygge", "torg", "torget", "terrasse", "toppen", "åsen", "haugen", "jordet"];

    private static readonly HashSet<string> English = ["street", "road", "avenue", "lane", "drive"];
    private static readonly string[] Roads = ["riks", "fylkes", "europa", "hoved", "motor", "gang", "om", "under", "av"];

    public static IEnumerable<PersonalDataFinding> In(ReadText read)
    {
        for (var part = 0; part < read.Count; part++)
        {
            var number = read.Word(part + 1) is "nr" ? part + 2 : part + 1;
            if (IsNumber(read, number) && First(read, part) is { } first)
            {
                yield return read.Finding(PersonalDataKind.Address, first, number);
            }
            else if (English.Contains(read.Word(part)) && part > 1 && read.Follows(part) && read.IsCapitalised(part - 1) && read.Follows(part - 1) && IsShortNumber(read, part - 2))
            {
                yield return read.Finding(PersonalDataKind.Address, part - 2, part);
            }
        }
    }

    /// <summary>Where the street's name begins; null when the word ends none.</summary>
    private static int? First(ReadText read, int part)
    {
        var word = read.Word(part);
        if (word.Length == 0)
        {
            return null;
        }

        if (Streets.Concat(Likely).Contains(word, StringComparer.Ordinal))
        {
            // "Karl Johans gate": the name stands before.
            return read.Follows(part) && read.IsCapitalised(part - 1) ? part - 1 : null;
        }

        return Streets.Any(ending => IsCompound(word, ending)) || (read.IsCapitalised(part) && Likely.Any(ending => IsCompound(word, ending))) ? part : null;
    }

    private static bool IsCompound(string word, string ending) =>
        word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal) && !Roads.Any(road => word.Length == road.Length + ending.Length && word.StartsWith(road, StringComparison.Ordinal));

    private static bool IsNumber(ReadText read, int part) => IsShortNumber(read, part) && read.Before(part) is " " or ", " or "\u00a0" || (IsShortNumber(read, part) && read.Word(part - 1) is "nr" && read.Before(part) is ". ");

    private static bool IsShortNumber(ReadText read, int part) => read.IsDigits(part) && read.LengthOf(part) <= LongestNumber;
}
