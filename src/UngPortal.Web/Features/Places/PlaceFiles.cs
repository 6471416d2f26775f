using System.Globalization;
using System.Reflection;
using UngPortal.Kernel;

namespace UngPortal.Features.Places;

/// <summary>The three files of <c>content/geo</c>, which stand in the program itself, and the places they tell of.</summary>
internal sealed class PlaceFiles
{
    private readonly List<Code> _codes;
    private readonly List<County> _counties;

    private PlaceFiles(List<Code> codes, List<County> counties, List<Municipality> municipalities) => (_codes, _counties, Municipalities) = (codes, counties, municipalities);

    public IReadOnlyList<Municipality> Municipalities { get; }

    public static PlaceFiles Read()
    {
        var codes = Rows("postal-codes.csv").ConvertAll(row => new Code(row[0], row[1], row[2], Point(row[3], row[4]), IsBoxes: row[5] == "P"));
        var counties = Rows("counties.csv").ConvertAll(row => new County(row[0], FirstOf(row[1]), row[1], Point(row[2], row[3])));
        var ofMunicipality = codes.ToLookup(code => code.Municipality, StringComparer.Ordinal);
        var municipalities = Rows("municipalities.csv").ConvertAll(row => new Municipality(
            row[0], row[1], row[2], counties.Find(county => county.Number == row[3])!.Name, Centre([.. ofMunicipality[row[0]].Where(code => code.Place == row[7] || code.Place == row[1])]) ?? Point(row[4], row[5]), row[6]));
        return new(codes, counties, municipalities);
    }

    public IEnumerable<(string Code, Place Place)> Codes(Dictionary<string, Municipality> municipalities) =>
        _codes.Select(code => (code.Digits, new Place(PlaceKind.PostalCode, $"{code.Digits} {code.Place}", code.Point, municipalities.GetValueOrDefault(code.Municipality))));

    /// <summary>All names and the places that have them; a place that shares its name with others is called by its county or municipality too, and found by that.</summary>
    public IEnumerable<(string Name, Place Place)> Named(Dictionary<string, Municipality> municipalities)
    {
        var all = OfMunicipalities().Concat(OfPostPlaces(municipalities)).Concat(OfCounties()).ToList();
        foreach (var same in all.GroupBy(named => named.Place.Name, StringComparer.OrdinalIgnoreCase))
        {
            var places = same.Select(named => named.Place).Distinct().ToList();
            foreach (var (names, place) in same)
            {
                var shown = places.Count == 1 ? place : place with { Name = $"{place.Name} ({Distinction(place, places)})" };
                foreach (var name in names.Append(shown.Name))
                {
                    yield return (name, shown);
                }
            }
        }
    }

    private static string Distinction(Place place, List<Place> among) =>
        place.Municipality is not { } own ? "fylke" : among.Count(other => other.Municipality?.County == own.County) == 1 ? own.County : place.Kind == PlaceKind.Municipality ? "kommune" : $"i {own.Name}";

    private IEnumerable<(string[] Names, Place Place)> OfMunicipalities() =>
        Municipalities.Select(own => (Names(own.Name, own.Official), new Place(PlaceKind.Municipality, own.Name, own.Centre, own)));

    private IEnumerable<(string[] Names, Place Place)> OfPostPlaces(Dictionary<string, Municipality> municipalities) =>
        _codes.GroupBy(code => (code.Place, municipalities.GetValueOrDefault(code.Municipality)?.County)).Select(codes =>
        {
            var most = municipalities.GetValueOrDefault(codes.CountBy(code => code.Municipality).MaxBy(count => count.Value).Key);
            return (Names(codes.Key.Place, codes.Key.Place), new Place(PlaceKind.PostPlace, codes.Key.Place, Centre([.. codes])!.Value, most));
        }).Where(named => named.Item2.Name != named.Item2.Municipality?.Name);

    private IEnumerable<(string[] Names, Place Place)> OfCounties() =>
        _counties.Where(county => !Municipalities.Any(own => own.Name == county.Name)).Select(county => (Names(county.Name, county.Official), new Place(PlaceKind.County, county.Name, county.Point, null)));

    private static string[] Names(string name, string official) => [name, .. official.Split(" - ")];

    private static string FirstOf(string official) => official.Split(" - ")[0];

    /// <summary>The middle of the codes for streets, where people live; of those for boxes when there are no others.</summary>
    private static GeoPoint? Centre(List<Code> codes)
    {
        var lived = codes.Exists(code => !code.IsBoxes) ? codes.FindAll(code => !code.IsBoxes) : codes;
        return lived.Count == 0 ? null : new(lived.Average(code => code.Point.Latitude), lived.Average(code => code.Point.Longitude));
    }

    private static GeoPoint Point(string latitude, string longitude) => new(double.Parse(latitude, CultureInfo.InvariantCulture), double.Parse(longitude, CultureInfo.InvariantCulture));

    private static List<string[]> Rows(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new InvalidOperationException($"The program lacks {file}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(';'))];
    }

    private sealed record Code(string Digits, string Place, string Municipality, GeoPoint Point, bool IsBoxes);

    private sealed record County(string Number, string Name, string Official, GeoPoint Point);
}
