namespace UngPortal.Features.Questions.PersonalData;

/// <summary>Schools, clubs and where somebody lives.</summary>
internal static class Places
{
    private static readonly string[] Schools = ["skole", "skolen", "skule", "skulen", "ungdomsskole", "ungdomsskolen", "ungdomsskule", "barneskole", "videregående", "vidaregåande", "vgs", "barnehage", "folkehøgskole", "folkehøgskule", "school"];
    private static readonly HashSet<string> Clubs = ["il", "fk", "bk", "sk", "ik", "idrettslag", "fotballklubb", "håndballklubb", "skolekorps", "turnforening"];
    private static readonly HashSet<string> Living = ["bor", "bur", "budde", "bodde", "kommer", "kjem", "flytta", "flyttet", "live", "går", "gjekk", "gikk", "spiller", "spelar"];
    private static readonly HashSet<string> At = ["i", "på", "fra", "frå", "ved", "for", "in", "from", "at"];

    public static IEnumerable<PersonalDataFinding> In(ReadText read)
    {
        for (var part = 0; part < read.Count; part++)
        {
            var word = read.Word(part);
            if ((Schools.Contains(word, StringComparer.Ordinal) || Clubs.Contains(word)) && read.Follows(part) && read.IsCapitalised(part - 1))
            {
                yield return read.Finding(PersonalDataKind.Place, part - 1, part);
            }
            else if (read.IsCapitalised(part) && Schools.Take(7).Any(ending => word.Length > ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal)))
            {
                yield return read.Finding(PersonalDataKind.Place, part, part);
            }
            else if (At.Contains(word) && Living.Contains(read.Word(part - 1)) && read.Follows(part + 1) && read.IsCapitalised(part + 1))
            {
                yield return read.Finding(PersonalDataKind.Place, part + 1, part + 1);
            }
        }
    }
}
