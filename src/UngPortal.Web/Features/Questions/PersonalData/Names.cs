namespace UngPortal.Features.Questions.PersonalData;

/// <summary>Full names, where the words before say that a person is named. A star in a sentence about music is no finding.</summary>
internal static class Names
{
    private const int MostWords = 4;
    private const int LookedBack = 3;

    private static readonly HashSet<string> Called = ["heter", "heiter", "hete", "het", "heitte", "hette"];
    private static readonly HashSet<string> NameWords = ["navn", "navnet", "namn", "namnet", "fornavn", "etternavn", "name"];
    private static readonly HashSet<string> Between = ["er", "mitt", "hennes", "hans", "hennar", "min", "sitt", "is", "fullt"];
    private static readonly HashSet<string> Greetings = ["hilsen", "helsing", "mvh", "klem", "regards"];

    /// <summary>Of whom it is said; else it may be a song or a film that is called so.</summary>
    private static readonly HashSet<string> People =
    [
        "jeg", "eg", "æ", "i", "han", "hun", "ho", "hen", "vi", "mamma", "mor", "mora", "moren", "pappa", "far", "faren", "stefar", "stefaren", "stemor", "stemoren", "bror", "broren", "lillebror", "storebror",
        "søster", "søsteren", "søstera", "lillesøster", "storesøster", "venn", "vennen", "venninne", "venninna", "venninnen", "bestevenn", "bestevenninne", "kompis", "kompisen", "kjæreste", "kjæresten", "kjærast", "kjærasten",
        "typen", "eks", "eksen", "dama", "lærer", "læreren", "lærar", "læraren", "kontaktlærer", "kontaktlæreren", "trener", "treneren", "trenar", "trenaren", "rektor", "sjefen", "naboen", "gutt", "gutten", "jente", "jenta",
        "fetter", "kusine", "onkel", "tante", "bestefar", "bestemor", "morfar", "farfar", "mormor", "farmor", "helsesykepleieren", "psykologen", "legen", "mannen", "dame", "damen", "fyr", "fyren", "person", "personen", "elev", "eleven",
    ];

    public static IEnumerable<PersonalDataFinding> In(ReadText read)
    {
        for (var part = 0; part < read.Count; part++)
        {
            if (IsTold(read, part) && Last(read, part + 1) is { } last)
            {
                yield return read.Finding(PersonalDataKind.Name, part + 1, last);
            }
        }
    }

    private static bool IsTold(ReadText read, int part)
    {
        var word = read.Word(part);
        return Greetings.Contains(word)
            || (Called.Contains(word) && Enumerable.Range(1, LookedBack).Any(back => People.Contains(read.Word(part - back))))
            || NameWords.Contains(word)
            || (Between.Contains(word) && Enumerable.Range(1, LookedBack).Any(back => NameWords.Contains(read.Word(part - back))))
            || (word is "called" && Enumerable.Range(1, LookedBack).Any(back => read.Word(part - back) is "i" or "i'm" or "am" or "he" or "she" or "he's" or "she's"));
    }

    /// <summary>The last of two to four words with a capital, side by side.</summary>
    private static int? Last(ReadText read, int first)
    {
        if (first >= read.Count || !read.IsCapitalised(first) || read.Before(first).ContainsAny('.', '!', '?'))
        {
            return null;
        }

        var last = first;
        while (last - first < MostWords - 1 && read.Follows(last + 1) && read.IsCapitalised(last + 1))
        {
            last++;
        }

        return last > first ? last : null;
    }
}
