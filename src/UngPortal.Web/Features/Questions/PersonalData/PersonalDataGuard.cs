namespace UngPortal.Features.Questions.PersonalData;

/// <summary>Looks for what tells who somebody is, so that the one who writes can be advised. It keeps nothing, and nothing is refused for it. Source: product/questions.md, "Personal-data guard".</summary>
public static class PersonalDataGuard
{
    /// <summary>What stands further down is not read; no form takes as much.</summary>
    public const int MostRead = 20_000;

    public static IReadOnlyList<PersonalDataFinding> Find(string text)
    {
        var read = new ReadText(text.Length <= MostRead ? text : text[..MostRead]);
        return [.. Contacts.In(read).Concat(Numbers.In(read)).Concat(Addresses.In(read)).Concat(Names.In(read)).Concat(Places.In(read)).Concat(Dates.In(read)).Concat(Diagnoses.In(read)).Distinct().OrderBy(finding => finding.Start).ThenBy(finding => finding.Kind)];
    }
}
