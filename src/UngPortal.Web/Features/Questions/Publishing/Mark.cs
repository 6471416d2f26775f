using UngPortal.Features.Questions.PersonalData;

namespace UngPortal.Features.Questions.Publishing;

/// <summary>A word that may tell who somebody is, with what stands around it.</summary>
public sealed record Mark(string Field, PersonalDataKind Kind, string Before, string Word, string After)
{
    private const int Around = 30;

    /// <summary>Whether it may never stand in a public copy.</summary>
    public bool IsContact => Kind is PersonalDataKind.Phone or PersonalDataKind.Email or PersonalDataKind.NationalId or PersonalDataKind.Address or PersonalDataKind.Handle;

    public static IEnumerable<Mark> In(string field, string text) => PersonalDataGuard.FindAll(text).Select(found => new Mark(
        field, found.Kind, text[Math.Max(0, found.Start - Around)..found.Start], text.Substring(found.Start, found.Length),
        text[(found.Start + found.Length)..Math.Min(text.Length, found.Start + found.Length + Around)]));
}
