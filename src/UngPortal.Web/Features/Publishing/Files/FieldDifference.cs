namespace UngPortal.Features.Publishing.Files;

/// <summary>Which of the fields beside the texts are not the same.</summary>
internal static class FieldDifference
{
    /// <summary>The text keys of the fields, in the order of the editor's page.</summary>
    public static IReadOnlyList<string> Between(DraftContent one, DraftContent other)
    {
        (string Key, bool IsSame)[] fields =
        [
            ("Editor_Languages", one.Texts.Keys.Order(StringComparer.Ordinal).SequenceEqual(other.Texts.Keys.Order(StringComparer.Ordinal))),
            ("Editor_Sensitivity", one.Sensitivity == other.Sensitivity),
            ("Editor_Ages", AreSame(one.AgeBands, other.AgeBands)),
            ("Editor_Topics", AreSame(one.Topics, other.Topics)),
            ("Editor_Illustration", one.Illustration == other.Illustration),
            ("Editor_Related", one.Related.SequenceEqual(other.Related)),
            ("Editor_Services", AreSame(one.Services, other.Services)),
            ("Editor_Sources", one.Sources.SequenceEqual(other.Sources)),
            ("Editor_Creator", one.Creator == other.Creator),
            ("Editor_Licence", one.Licence == other.Licence),
        ];
        return [.. fields.Where(field => !field.IsSame).Select(field => field.Key)];
    }

    private static bool AreSame(IEnumerable<string> one, IEnumerable<string> other) => one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal));
}
