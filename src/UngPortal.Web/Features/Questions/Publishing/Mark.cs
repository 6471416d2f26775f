using UngPortal.Features.Questions.PersonalData;

namespace UngPortal.Features.Questions.Publishing;

/// <summary>A word that may tell who somebody is, with what stands around it.</summary>
public sealed record Mark(string Field, PersonalDataKind Kind, string Before, string Word, string After)
{
    private const int Around = 30;

    /// <summary>Whether it may never stand in a public copy.</summary>
    public bool IsContact => Kind is PersonalDataKind.Phone or PersonalDataKind.Email or PersonalDataKind.NationalId or PersonalDataKind.Address or PersonalDataKind.Handle;

    /// <summary>Everything that may tell, for a copy that all may read.</summary>
    public static IEnumerable<Mark> In(string field, string text) => Of(field, text, PersonalDataGuard.FindAll(text));

    /// <summary>What tells who a person is, for an answer that its asker reads: schools and places may stand there.</summary>
    public static IEnumerable<Mark> OfPerson(string field, string text) => Of(field, text, PersonalDataGuard.Find(text).Where(found => found.Kind != PersonalDataKind.Place));

    private static IEnumerable<Mark> Of(string field, string text, IEnumerable<PersonalDataFinding> findings) => findings.Select(found => new Mark(
        field, found.Kind, text[Math.Max(0, found.Start - Around)..found.Start], text.Substring(found.Start, found.Length),
        text[(found.Start + found.Length)..Math.Min(text.Length, found.Start + found.Length + Around)]));
}
