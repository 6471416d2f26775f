using UngPortal.Features.Places;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>The municipalities that a service is for, as people write them: names, or numbers where two have one name.</summary>
internal static class ServedMunicipalities
{
    private static readonly ILookup<string, string> Numbers = PlaceBook.Norway.Municipalities.ToLookup(one => one.Name, one => one.Number, StringComparer.OrdinalIgnoreCase);

    public static string Write(IEnumerable<string> numbers) => string.Join(", ", numbers.Select(number =>
        PlaceBook.Norway.MunicipalityOf(number) is { } own && Numbers[own.Name].Count() == 1 ? own.Name : number));

    /// <summary>The numbers in the order written; null when there is none, or one that can't be told.</summary>
    public static IReadOnlyList<string>? Read(string? text)
    {
        var numbers = (text ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => PlaceBook.Norway.MunicipalityOf(name)?.Number ?? (Numbers[name].ToList() is [var only] ? only : null)).ToList();
        return numbers.Count > 0 && numbers.TrueForAll(number => number is not null) ? [.. numbers.OfType<string>().Distinct()] : null;
    }
}
