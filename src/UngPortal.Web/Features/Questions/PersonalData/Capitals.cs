using System.Buffers;

namespace UngPortal.Features.Questions.PersonalData;

/// <summary>Words with a capital letter inside a sentence: mostly names of somebody or somewhere.</summary>
internal static class Capitals
{
    private static readonly SearchValues<char> NewSentence = SearchValues.Create(".!?:\n\r•–\"«“");

    public static IEnumerable<PersonalDataFinding> In(ReadText read)
    {
        for (var part = 1; part < read.Count; part++)
        {
            if (read.IsCapitalised(part) && read.Before(part).IndexOfAny(NewSentence) < 0 && !read.Word(part).StartsWith("i'", StringComparison.Ordinal) && !read.Word(part).StartsWith("i’", StringComparison.Ordinal))
            {
                yield return read.Finding(PersonalDataKind.Name, part, part);
            }
        }
    }
}
