using System.Globalization;
using UngPortal.Kernel;
using UngPortal.Platform.Web;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Api.Asking;

/// <summary>Reads parameters, and gathers what could not be taken. Nothing is ever ignored, and nothing that was sent is repeated.</summary>
internal sealed class QueryReader
{
    private const int MaxLength = 200;
    private const int DefaultPerPage = 20;
    private const double FarthestKm = 3_500;
    private const double UsualKm = 100;

    private readonly IQueryCollection _query;
    private readonly List<ProblemFault> _faults = [];

    public QueryReader(IQueryCollection query, IReadOnlyList<ApiParameter> allowed)
    {
        _query = query;
        var names = allowed.Where(parameter => !parameter.IsInPath).Select(parameter => parameter.Name).ToList();
        if (query.Keys.Any(key => !names.Contains(key, StringComparer.Ordinal)))
        {
            _faults.Add(new(null, names.Count == 0 ? "This address takes no parameters." : $"There is a parameter that this address doesn't have. Allowed: {string.Join(", ", names)}."));
        }

        foreach (var listed in allowed.Where(parameter => parameter.Values is not null))
        {
            Text(listed);
        }

        IsPrivate = allowed.Any(parameter => parameter.IsPrivate && query.ContainsKey(parameter.Name));
    }

    public IReadOnlyList<ProblemFault> Faults => _faults;

    /// <summary>Whether the answer may tell of somebody.</summary>
    public bool IsPrivate { get; }

    public bool Has(ApiParameter parameter) => _query.ContainsKey(parameter.Name);

    /// <summary>What was sent, once and readable; null when nothing was, or after a fault. A per cent sign is what is left of bytes that are no text.</summary>
    public string? Text(ApiParameter parameter)
    {
        if (!_query.TryGetValue(parameter.Name, out var values))
        {
            return null;
        }

        var text = values is [{ Length: > 0 and <= MaxLength } one] && one.All(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('\uFFFD' or '%')) ? one.Trim() : "";
        if (text.Length > 0 && parameter.Meant(text) is { } meant)
        {
            return meant;
        }

        Refuse(parameter);
        return null;
    }

    public bool Flag(ApiParameter parameter)
    {
        var text = Text(parameter);
        if (text is not (null or "true" or "false"))
        {
            Refuse(parameter);
        }

        return text == "true";
    }

    public int? Number(ApiParameter parameter)
    {
        if (Text(parameter) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= parameter.Least && number <= parameter.Most)
        {
            return number;
        }

        Refuse(parameter);
        return null;
    }

    public (int Number, int Size) Page() => (Number(ApiParameters.Page) ?? 1, Number(ApiParameters.PerPage) ?? DefaultPerPage);

    public Guid? Guid(ApiParameter parameter)
    {
        if (Text(parameter) is not { } text)
        {
            return null;
        }

        if (System.Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        Refuse(parameter);
        return null;
    }

    /// <summary>The folded words of what somebody looks for.</summary>
    public IReadOnlyList<string> Words(ApiParameter parameter)
    {
        if (Text(parameter) is not { } text)
        {
            return [];
        }

        List<string> words = [.. Word.In(text).Select(word => Word.Fold(word.Text))];
        if (words.Count == 0)
        {
            Refuse(parameter);
        }

        return words;
    }

    /// <summary>A point in Norway and how far around it.</summary>
    public (GeoPoint Point, double Kilometres)? Near(ApiParameter parameter)
    {
        if (Text(parameter) is not { } text)
        {
            return null;
        }

        var numbers = text.Split(',').Select(part => double.TryParse(part, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        if (numbers is [var latitude, var longitude, .. var rest] && rest.Count <= 1 && new GeoPoint(latitude, longitude) is { IsAboutNorway: true } point && (rest.Count == 0 || rest[0] is > 0 and <= FarthestKm))
        {
            return (point, rest.Count == 0 ? UsualKm : rest[0]);
        }

        Refuse(parameter);
        return null;
    }

    public void Refuse(ApiParameter parameter, string? why = null)
    {
        if (_faults.TrueForAll(fault => fault.Parameter != parameter.Name))
        {
            _faults.Add(new(parameter.Name, why ?? parameter.Allowed));
        }
    }
}
