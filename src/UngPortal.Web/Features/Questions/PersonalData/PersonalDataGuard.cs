namespace UngPortal.Features.Questions.PersonalData;

/// <summary>Looks for what tells who somebody is, so that the one who writes can be advised. It keeps nothing, and nothing is refused for it. Source: product/questions.md, "Personal-data guard".</summary>
public static class PersonalDataGuard
{
    /// <summary>What stands further down is not read; no form takes as much.</summary>
    public const int MostRead = 20_000;

    public static IReadOnlyList<PersonalDataFinding> Find(string text) => [.. In(Read(text)).Distinct().OrderBy(finding => finding.Start).ThenBy(finding => finding.Kind)];

    /// <summary>The same, with dates, rare illnesses and every other name-like word: for somebody who decides on each.</summary>
    public static IReadOnlyList<PersonalDataFinding> FindAll(string text)
    {
        var read = Read(text);
        var found = In(read).Concat(Dates.In(read)).Concat(Diagnoses.In(read)).ToList();
        return [.. found.Concat(Capitals.In(read).Where(word => !found.Exists(other => word.Start < other.Start + other.Length && other.Start < word.Start + word.Length))).Distinct().OrderBy(finding => finding.Start).ThenBy(finding => finding.Kind)];
    }

    private static ReadText Read(string text) => new(text.Length <= MostRead ? text : text[..MostRead]);

    private static IEnumerable<PersonalDataFinding> In(ReadText read) =>
        Contacts.In(read).Concat(Numbers.In(read)).Concat(Addresses.In(read)).Concat(Names.In(read)).Concat(Places.In(read));
}
