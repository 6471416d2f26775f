namespace UngPortal.Features.Questions.PersonalData;

/// <summary>Illnesses that few have: with an age and a place they name somebody.</summary>
internal static class Diagnoses
{
    private static readonly string[] Endings = ["syndrom", "syndromet", "syndrome", "dystrofi", "ataksi", "porfyri"];

    private static readonly HashSet<string> Rare =
    [
        "hemofili", "haemophilia", "narkolepsi", "narcolepsy", "lupus", "fibrose", "fibrosis", "albinisme", "huntingtons", "marfans", "marfan", "turners", "turner", "klinefelter", "klinefelters", "ehlers-danlos", "tourettes", "tourette",
        "addisons", "addison", "wilsons", "cerebral", "ryggmargsbrokk", "dvergvekst", "muskeldystrofi", "leukemi", "leukaemia",
    ];

    public static IEnumerable<PersonalDataFinding> In(ReadText read)
    {
        for (var part = 0; part < read.Count; part++)
        {
            var word = read.Word(part);
            if (Rare.Contains(word) || Endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
            {
                yield return read.Finding(PersonalDataKind.Diagnosis, read.IsCapitalised(part - 1) && read.Follows(part) ? part - 1 : part, part);
            }
        }
    }
}
