using System.ComponentModel.DataAnnotations;
using System.Globalization;
using UngPortal.Features.Places;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>What a service is, as it is written. Longer texts are kept on the page and flagged, never cut.</summary>
public sealed partial class FactsForm
{
    private const int Kept = 4_000;
    public const int MostAge = 99;

    [StringLength(Kept)]
    public string? NavnNb { get; set; }

    [StringLength(Kept)]
    public string? NavnNn { get; set; }

    [StringLength(Kept)]
    public string? NavnEn { get; set; }

    [StringLength(Kept)]
    public string? OmNb { get; set; }

    [StringLength(Kept)]
    public string? OmNn { get; set; }

    [StringLength(Kept)]
    public string? OmEn { get; set; }

    [StringLength(Kept)]
    public string? Nettside { get; set; }

    [StringLength(Kept)]
    public string? Kilde { get; set; }

    public List<string> Tema { get; init; } = [];

    public List<string> Sprak { get; init; } = [];

    public List<string> Tilgang { get; init; } = [];

    public List<string> Fagfolk { get; init; } = [];

    public List<string> Vilkar { get; init; } = [];

    [StringLength(40)]
    public string? Slag { get; set; }

    [StringLength(Kept)]
    public string? For { get; set; }

    [StringLength(Kept)]
    public string? Gate { get; set; }

    [StringLength(Kept)]
    public string? Postnummer { get; set; }

    [StringLength(20)]
    public string? AlderFra { get; set; }

    [StringLength(20)]
    public string? AlderTil { get; set; }

    public bool UtenTime { get; set; }

    public int Versjon { get; set; }

    public static FactsForm Of(Service service) => new()
    {
        NavnNb = service.Name.GetValueOrDefault("nb"),
        NavnNn = service.Name.GetValueOrDefault("nn"),
        NavnEn = service.Name.GetValueOrDefault("en"),
        OmNb = service.Description.GetValueOrDefault("nb"),
        OmNn = service.Description.GetValueOrDefault("nn"),
        OmEn = service.Description.GetValueOrDefault("en"),
        TaushetNb = service.Confidentiality.GetValueOrDefault("nb"),
        TaushetNn = service.Confidentiality.GetValueOrDefault("nn"),
        TaushetEn = service.Confidentiality.GetValueOrDefault("en"),
        VarselNb = service.Alert.GetValueOrDefault("nb"),
        VarselNn = service.Alert.GetValueOrDefault("nn"),
        VarselEn = service.Alert.GetValueOrDefault("en"),
        KosterNb = service.Cost.GetValueOrDefault("nb"),
        KosterNn = service.Cost.GetValueOrDefault("nn"),
        KosterEn = service.Cost.GetValueOrDefault("en"),
        Organisasjon = service.RunBy,
        Nettside = service.Website,
        Kilde = service.Source,
        Tema = [.. service.Topics],
        Sprak = [.. service.Languages],
        Tilgang = [.. service.Told.Intersect(ToldFacts.Access)],
        Fagfolk = [.. service.Told.Intersect(ToldFacts.People)],
        Vilkar = [.. service.Told.Intersect(ToldFacts.Offers)],
        Slag = service.Type,
        For = ServedMunicipalities.Write(service.Areas.Select(area => area.Municipality)),
        Gate = service.Location?.Address,
        Postnummer = service.Location?.PostalCode,
        AlderFra = service.AgeFrom?.ToString(CultureInfo.InvariantCulture),
        AlderTil = service.AgeTo?.ToString(CultureInfo.InvariantCulture),
        UtenTime = service.IsDropIn,
        Versjon = service.Version,
    };

    /// <summary>The service's facts with what is written in their place; only for a form that has been found good.</summary>
    public ServiceFacts On(Service service)
    {
        var facts = service.Facts();
        return facts with
        {
            Name = Texts(NavnNb, NavnNn, NavnEn),
            Description = Texts(OmNb, OmNn, OmEn),
            Confidentiality = Texts(TaushetNb, TaushetNn, TaushetEn),
            Alert = Texts(VarselNb, VarselNn, VarselEn),
            Cost = Texts(KosterNb, KosterNn, KosterEn),
            RunBy = Service.RunByOf(Organisasjon),
            Website = Trim(Nettside) is { Length: > 0 } website ? website : null,
            Source = Trim(Kilde),
            Topics = [.. Tema.Distinct()],
            Languages = [.. Sprak],
            Told = [.. Vilkar, .. Tilgang, .. Fagfolk],
            Ages = facts.Local is null ? (Age(AlderFra), Age(AlderTil)) : (null, null),
            Local = facts.Local is { } local && ServedMunicipalities.Read(For) is { } served
                ? local with { Type = Slag!, Municipality = served.Contains(local.Municipality) ? local.Municipality : served[0], Serves = served, Location = WhereOn(local.Location), Ages = (Age(AlderFra), Age(AlderTil)), IsDropIn = UtenTime }
                : null,
        };
    }

    /// <summary>Where it is: where it was, if that is the same address; else the middle of the postal code.</summary>
    private ServiceLocation? WhereOn(ServiceLocation? before)
    {
        var (street, code) = (Trim(Gate), Trim(Postnummer));
        if (before is not null && (before.Address, before.PostalCode ?? "") == (street, code))
        {
            return before;
        }

        return PlaceBook.Norway.Find(code) is PlaceAnswer.Found(var place)
            ? new() { Address = street, PostalCode = code, Latitude = place.Point.Latitude, Longitude = place.Point.Longitude, Precision = LocationPrecision.PostalCode }
            : null;
    }

    private static LocalizedText Texts(string? nb, string? nn, string? en) =>
        new(new KeyValuePair<string, string>[] { new("nb", Trim(nb)), new("nn", Trim(nn)), new("en", Trim(en)) }.Where(text => text.Value.Length > 0));

    /// <summary>An age in years; null when it is none.</summary>
    public static int? Age(string? text) => int.TryParse(Trim(text), NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= MostAge ? age : null;

    public static string Trim(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";
}
