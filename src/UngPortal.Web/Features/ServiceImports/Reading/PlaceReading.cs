using System.Globalization;
using UngPortal.Features.Places;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Where a service is, and whom it is for.</summary>
/// <param name="Municipality">The number of the municipality it stands in.</param>
/// <param name="Serves">The numbers of those whose people it is for.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Shown">How its address is written; empty when there is none.</param>
internal sealed record PlaceReading(string? Municipality, IReadOnlyList<string> Serves, ServiceLocation? Location, string Shown)
{
    public static PlaceReading Read(ServicePart service, bool isLocal)
    {
        var places = service.Parts("service_at_locations").Select(at => (At: at, Place: at.Part("location")!)).Where(pair => pair.Place is not null && pair.Place.Text("location_type") is not "virtual").ToList();
        if (places.Count > 1)
        {
            places[1].At.Fail(ImportFaultKind.SeveralPlaces, "location_id", places.Count.ToString(CultureInfo.InvariantCulture));
        }

        var place = places.Count > 0 ? places[0].Place : null;
        var address = place?.Parts("addresses") is { Count: > 0 } all ? all.FirstOrDefault(one => one.Text("address_type") is not "postal") ?? all[0] : null;
        var street = place is null ? "" : place.Has("x-address") || place.Has("x-postal-code") ? place.Text("x-address", ServiceLocation.AddressMaxLength) : address?.Text("address_1", ServiceLocation.AddressMaxLength) ?? "";
        var code = place is null ? "" : place.Has("x-address") || place.Has("x-postal-code") ? place.Text("x-postal-code") : address?.Text("postal_code") ?? "";
        var found = code.Length > 0 ? (PlaceBook.Norway.Find(code) as PlaceAnswer.Found)?.Place : null;
        if (code.Length > 0 && found is null)
        {
            var part = place!.Has("x-postal-code") ? place : address!;
            part.Fail(ImportFaultKind.BadPostalCode, part == place ? "x-postal-code" : "postal_code", code);
        }

        var served = service.Parts("service_areas").Select(Served).OfType<string>().Distinct().ToList();
        var said = place?.Text("x-municipality") is { Length: > 0 } number ? number : service.Text("x-municipality");
        var municipality = said.Length > 0 ? PlaceBook.Norway.MunicipalityOf(said)?.Number : found?.Municipality?.Number ?? (served.Count == 1 ? served[0] : null);
        if (isLocal && municipality is null)
        {
            service.Fail(ImportFaultKind.NoMunicipality, service.Has("x-municipality") ? "x-municipality" : "service_areas", said);
        }

        var shown = street.Length == 0 ? "" : found is null ? street : $"{street}, {found.Name}";
        return new(municipality, served.Count > 0 || municipality is null ? served : [municipality], place is null ? null : PointOf(place, street, code, found), shown);
    }

    /// <summary>The municipality of an area: HSDS has room for its address, its extent and its name.</summary>
    private static string? Served(ServicePart area)
    {
        var (number, name) = (area.Text("x-municipality"), area.Text("name"));
        var found = number.Length > 0 ? PlaceBook.Norway.MunicipalityOf(number)?.Number
            : PlaceBook.Norway.Find(name) switch
            {
                PlaceAnswer.Found { Place: { Kind: PlaceKind.Municipality, Municipality: { } own } } => own.Number,
                PlaceAnswer.Several several => several.Places.Where(one => one.Kind == PlaceKind.Municipality).ToList() is [{ Municipality: { } only }] ? only.Number : null,
                _ => null,
            };
        if (found is null)
        {
            area.Fail(ImportFaultKind.NoMunicipality, number.Length > 0 ? "x-municipality" : "name", number.Length > 0 ? number : name);
        }

        return found;
    }

    private static ServiceLocation? PointOf(ServicePart place, string street, string code, Place? found)
    {
        var (latitude, longitude) = (place.Text("latitude"), place.Text("longitude"));
        if (latitude.Length == 0 && longitude.Length == 0)
        {
            return found is null ? null : new() { Address = street, PostalCode = code, Latitude = found.Point.Latitude, Longitude = found.Point.Longitude, Precision = LocationPrecision.PostalCode };
        }

        var point = new GeoPoint(Degrees(latitude), Degrees(longitude));
        if (!point.IsAboutNorway)
        {
            place.Fail(ImportFaultKind.BadPoint, "latitude", $"{latitude}, {longitude}");
        }

        var precision = place.Text("x-precision") switch { "postal-code" => LocationPrecision.PostalCode, "post-place" => LocationPrecision.PostPlace, _ => LocationPrecision.Address };
        return new() { Address = street, PostalCode = code.Length > 0 ? code : null, Latitude = point.Latitude, Longitude = point.Longitude, Precision = precision };
    }

    private static double Degrees(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN;
}
