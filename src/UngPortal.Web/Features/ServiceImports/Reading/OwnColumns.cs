using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>The columns of the portal’s own table: one row for each service. Texts have a column for each language, ways to reach a service four columns each.</summary>
public static class OwnColumns
{
    public const string Slug = "id";
    public const string Kind = "slag";
    public const string Type = "type";
    public const string Topics = "tema";
    public const string Municipality = "kommune";
    public const string Serves = "gjelder_for";
    public const string Position = "rekkefolge";
    public const string RunBy = "organisasjon";
    public const string Website = "nettsted";
    public const string Assured = "bekreftet";
    public const string Source = "kilde";
    public const string Status = "status";
    public const string Address = "adresse";
    public const string PostalCode = "postnummer";
    public const string Latitude = "breddegrad";
    public const string Longitude = "lengdegrad";
    public const string Precision = "noyaktighet";
    public const string AgeFrom = "alder_fra";
    public const string AgeTo = "alder_til";
    public const string DropIn = "drop_in";
    public const string Languages = "sprak";
    public const string Access = "tilgang";
    public const string People = "fagfolk";
    public const string Offers = "vilkar";
    public const string Yes = "ja";
    public const int WaysLeast = 4;
    public const int WaysMost = 30;

    /// <summary>The columns that hold a text in several languages, and what they are called in the nested shape.</summary>
    public static readonly IReadOnlyList<(string Column, string Field)> Texts = [("navn", "x-name"), ("i_tekst", "x-in-text"), ("beskrivelse", "x-description"), ("timemerknad", "x-hours-note"), ("merknad", "x-note"), ("taushetsplikt", "x-confidentiality"), ("varsel", "x-alert"), ("pris", "x-cost")];

    /// <summary>What the nested shape calls fields, and what they are called here.</summary>
    public static readonly IReadOnlyList<(string Field, string Column)> Fields =
    [
        ("id", Slug), ("x-slug", Slug), ("name", "navn"), .. Texts.Select(text => (text.Field, text.Column)), ("status", Status), ("assured_date", Assured), ("minimum_age", AgeFrom), ("maximum_age", AgeTo),
        ("url", Website), ("x-run-by", RunBy), ("x-position", Position), ("x-municipality", Municipality), ("attributes:kind", Kind), ("attributes:type", Type), ("attributes:topic", Topics), ("x-channels", Way(1, "slag")),
        ("x-address", Address), ("x-postal-code", PostalCode), ("latitude", Latitude), ("longitude", Longitude), ("x-told", $"{Offers}, {Access}, {People}"),
    ];

    private static readonly string[] Codes = ["nb", "nn", "en", "se"];

    public static IEnumerable<string> All(int ways) =>
    [
        Slug, Kind, Type, Status, Municipality, Serves, .. Texts.SelectMany(text => Codes.Select(code => Text(text.Column, code))), Topics, Position, RunBy, Website, Assured, Source,
        Address, PostalCode, Latitude, Longitude, Precision, AgeFrom, AgeTo, DropIn, Languages, Access, People, Offers, .. Enumerable.Range(1, ways).SelectMany(way => new[] { Way(way, "slag"), Way(way, "adresse"), Way(way, "vist"), Way(way, "tider") }),
    ];

    public static string Text(string column, string code) => code == Language.Bokmal.Code ? column : $"{column}_{code}";

    public static string Way(int number, string column) => $"vei{number}_{column}";

    /// <summary>The languages that a text may be written in.</summary>
    public static IReadOnlyList<string> LanguageCodes => Codes;
}
