using System.Text;
using UngPortal.Kernel;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Places;

/// <summary>Every postal code, post place, municipality and county, found by code or name.</summary>
public sealed class PlaceBook
{
    /// <summary>The most that somebody may write.</summary>
    public const int TextMaxLength = 80;

    private const int CodeLength = 4;
    private const int MostChoices = 8;
    private const int ShortestBeginning = 2;
    private static readonly HashSet<string> Endings = ["kommune", "fylke", "municipality", "county"];

    private readonly Dictionary<string, Place> _codes;
    private readonly ILookup<string, Place> _names;
    private readonly Dictionary<string, Municipality> _municipalities;

    private PlaceBook(PlaceFiles files)
    {
        _municipalities = files.Municipalities.ToDictionary(municipality => municipality.Number, StringComparer.Ordinal);
        _codes = files.Codes(_municipalities).ToDictionary(code => code.Code, code => code.Place, StringComparer.Ordinal);
        _names = files.Named(_municipalities).ToLookup(named => KeyOf(named.Name), named => named.Place, StringComparer.Ordinal);
    }

    /// <summary>The one book; it is read when it is first needed.</summary>
    public static PlaceBook Norway { get; } = new(PlaceFiles.Read());

    /// <summary>All municipalities.</summary>
    public IReadOnlyCollection<Municipality> Municipalities => _municipalities.Values;

    /// <summary>The municipality of a number; null when there is none.</summary>
    public Municipality? MunicipalityOf(string number) => _municipalities.GetValueOrDefault(number);

    /// <summary>The postal code whose middle lies nearest.</summary>
    public Place NearestTo(GeoPoint point) => _codes.Values.MinBy(place => place.Point.KilometresTo(point))!;

    /// <summary>Reads a postal code, also with its post place behind it, or a name with or without accents; any text is safe.</summary>
    public PlaceAnswer Find(string text)
    {
        var written = Normalized((text.Length > TextMaxLength ? text[..TextMaxLength] : text).Replace("\0", "", StringComparison.Ordinal));
        return written.Any(char.IsAsciiDigit) ? FindCode(written) : FindName(written);
    }

    private static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException) // Half a surrogate pair.
        {
            return "";
        }
    }

    private static string KeyOf(string name)
    {
        var words = Word.In(name).ConvertAll(word => Word.Fold(word.Text));
        if (words.Count > 1 && Endings.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words);
    }

    private PlaceAnswer FindCode(string text)
    {
        var digits = string.Concat(text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        return digits.Length != CodeLength || text.Count(char.IsAsciiDigit) != CodeLength ? new PlaceAnswer.NotACode()
            : _codes.TryGetValue(digits, out var place) ? new PlaceAnswer.Found(place)
            : new PlaceAnswer.NoSuchCode(digits);
    }

    private PlaceAnswer FindName(string text)
    {
        var key = KeyOf(text);
        List<Place> found = [.. _names[key].Distinct()];
        return found.Count switch
        {
            1 => new PlaceAnswer.Found(found[0]),
            > 1 => new PlaceAnswer.Several(found),
            _ => new PlaceAnswer.Unknown(Near(key)),
        };
    }

    private List<Place> Near(string key)
    {
        if (key.Length < ShortestBeginning)
        {
            return [];
        }

        var begun = _names.Where(named => named.Key.StartsWith(key, StringComparison.Ordinal)).OrderBy(named => named.Key.Length).SelectMany(named => named).Distinct().Take(MostChoices).ToList();
        var forgiven = Typos.Forgiven(key);
        return begun.Count > 0 || forgiven == 0 ? begun
            : [.. _names.Where(named => Math.Abs(named.Key.Length - key.Length) <= forgiven).Select(named => (named, Typos: Typos.Between(key, named.Key))).Where(near => near.Typos <= forgiven)
                .OrderBy(near => near.Typos).SelectMany(near => near.named).Distinct().Take(MostChoices)];
    }
}
