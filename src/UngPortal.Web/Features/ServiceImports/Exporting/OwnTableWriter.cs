using System.Globalization;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Web;

namespace UngPortal.Features.ServiceImports.Exporting;

/// <summary>Writes the portal’s own table, one row for each service.</summary>
public static class OwnTableWriter
{
    public static string Head(int ways) => CsvText.Line(OwnColumns.All(ways));

    public static string Row(Service service, string status, int ways)
    {
        var cells = Cells(service, status);
        return CsvText.Line(OwnColumns.All(ways).Select(column => CellText.Of(cells.GetValueOrDefault(column, ""))));
    }

    private static Dictionary<string, string> Cells(Service service, string status)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [OwnColumns.Slug] = service.Slug,
            [OwnColumns.Kind] = TermBook.KeyOf(service.Kind),
            [OwnColumns.Type] = service.Type ?? "",
            [OwnColumns.Status] = status,
            [OwnColumns.Municipality] = service.Municipality ?? "",
            [OwnColumns.Serves] = string.Join(' ', service.Areas.Select(area => area.Municipality).Order(StringComparer.Ordinal)),
            [OwnColumns.Topics] = string.Join(' ', service.Topics),
            [OwnColumns.Position] = Number(service.Position),
            [OwnColumns.RunBy] = service.RunBy ?? "",
            [OwnColumns.Website] = service.Website ?? "",
            [OwnColumns.Assured] = service.Assured.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [OwnColumns.Source] = service.Source,
            [OwnColumns.AgeFrom] = Number(service.AgeFrom),
            [OwnColumns.AgeTo] = Number(service.AgeTo),
            [OwnColumns.DropIn] = service.IsDropIn ? OwnColumns.Yes : "",
            [OwnColumns.Languages] = string.Join(' ', service.Languages),
            [OwnColumns.Access] = string.Join(' ', service.Told.Intersect(ToldFacts.Access)),
            [OwnColumns.People] = string.Join(' ', service.Told.Intersect(ToldFacts.People)),
            [OwnColumns.Offers] = string.Join(' ', service.Told.Intersect(ToldFacts.Offers)),
        };
        LocalizedText[] texts = [service.Name, service.InText, service.Description, service.HoursNote, service.Note, service.Confidentiality, service.Alert, service.Cost];
        foreach (var ((column, _), text) in OwnColumns.Texts.Zip(texts))
        {
            foreach (var (code, version) in text)
            {
                cells[OwnColumns.Text(column, code)] = version;
            }
        }

        if (service.Location is { } where)
        {
            (cells[OwnColumns.Address], cells[OwnColumns.PostalCode]) = (where.Address, where.PostalCode ?? "");
            (cells[OwnColumns.Latitude], cells[OwnColumns.Longitude]) = (Text(where.Latitude), Text(where.Longitude));
            cells[OwnColumns.Precision] = where.Precision switch { LocationPrecision.Address => "address", LocationPrecision.PostalCode => "postal-code", _ => "post-place" };
        }

        foreach (var (way, number) in service.Channels.OrderBy(channel => channel.Position).Select((channel, at) => (channel, at + 1)))
        {
            cells[OwnColumns.Way(number, "slag")] = way.Kind.ToString().ToLowerInvariant();
            (cells[OwnColumns.Way(number, "adresse")], cells[OwnColumns.Way(number, "vist")]) = (way.Address, way.DisplayAddress);
            cells[OwnColumns.Way(number, "tider")] = Words(way.Hours ?? "");
        }

        return cells;
    }

    /// <summary>The hours in words, where these are read back as they stand.</summary>
    private static string Words(string hours) => HoursWords.ToWords(hours) is var words && HoursWords.ToSyntax(words) == hours ? words : hours;

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
