using UngPortal.Kernel;

namespace UngPortal.Features.Answers;

/// <summary>What files and addresses call a gender.</summary>
public static class GenderWords
{
    public static readonly IReadOnlyDictionary<string, AskerGender> All = new Dictionary<string, AskerGender>(StringComparer.Ordinal)
    {
        ["jente"] = AskerGender.Girl,
        ["gutt"] = AskerGender.Boy,
        ["annet"] = AskerGender.Other,
        ["vil-ikke-si"] = AskerGender.NotSaid,
    };
}
