using UngPortal.Platform.Importing;

namespace UngPortal.Features.Services;

/// <summary>Reads for whom an entry of a file is: <c>age: { from: 13, to: 20 }</c>, one of them or none.</summary>
internal static class EntryAges
{
    private const int Most = 99;

    public static (int? From, int? To) Read(YamlFields fields)
    {
        if (fields.Map("age") is not { } age)
        {
            return (null, null);
        }

        (int? From, int? To) ages = (age.OptionalText("from") is null ? null : age.Number("from"), age.OptionalText("to") is null ? null : age.Number("to"));
        age.RefuseTheRest();
        if ((ages.From ?? 0) > (ages.To ?? Most) || ages.To > Most)
        {
            fields.Problem("age", "'age' must go from the younger to the older.");
        }

        return ages;
    }
}
