using System.Globalization;
using UngPortal.Features.Places;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Services;

/// <summary>The keys of one entry of <c>content/services/places.yml</c>.</summary>
internal sealed class PlaceEntry(YamlFields fields, IReadOnlySet<string> types, PlaceBook places)
{
    public Service? Read(int position)
    {
        var slug = fields.Text("id", Slug.MaxLength);
        Demand("id", Slug.IsValid(slug), "'id' must be a slug: lower-case letters a to z, digits and hyphens.");
        var type = fields.Text("type", ServiceType.KeyMaxLength);
        Demand("type", types.Contains(type), $"'{type}' is none of the types.");
        var municipality = Number(fields.Text("municipality"), "municipality");
        var served = fields.List("serves").Select(number => Number(number, "serves")).ToArray();
        var location = Location();
        var dropIn = fields.OptionalText("dropIn");
        Demand("dropIn", dropIn is null or "yes" or "no", "'dropIn' must be yes or no.");
        var local = new LocalFacts(
            type, municipality, served.Length > 0 ? served : [municipality], location, EntryAges.Read(fields), dropIn == "yes",
            fields.Localized("hoursNote", required: false, maxLength: Service.NoteMaxLength), fields.Localized("note", required: false, maxLength: Service.NoteMaxLength));
        var name = fields.Map("name") is null ? new LocalizedText { [Language.Bokmal.Code] = fields.Text("name", Service.NameMaxLength) } : fields.Localized("name", maxLength: Service.NameMaxLength);
        var website = fields.Website("website");
        var channels = Channels(location, website);
        var facts = new ServiceFacts(ServiceKind.Local, name, [], fields.Localized("about", required: false, maxLength: Service.DescriptionMaxLength), [], position, website, fields.Date("checked"), fields.Text("source", Service.SourceMaxLength), channels) { Local = local };
        fields.RefuseTheRest();
        Demand("id", channels.Count > 0, "An entry needs an address, a phone number or a website.");
        return channels.Count > 0 ? Service.List(slug, facts) : null;
    }

    private string Number(string number, string key)
    {
        Demand(key, places.MunicipalityOf(number) is not null, $"'{number}' is the number of no municipality.");
        return number;
    }

    private ServiceLocation? Location()
    {
        var (address, code) = (fields.OptionalText("address", ServiceLocation.AddressMaxLength) ?? "", fields.OptionalText("postalCode"));
        Demand("postalCode", code is null || places.Find(code) is PlaceAnswer.Found, $"'{code}' is no postal code.");
        if (fields.Map("at") is not { } at)
        {
            Demand("address", address.Length == 0, "An address needs to say where it is, with 'at'.");
            return null;
        }

        var point = new GeoPoint(Degrees(at, "latitude"), Degrees(at, "longitude"));
        Demand("at", point.IsAboutNorway, "'at' lies outside Norway.");
        var precision = at.Text("precision").Replace("-", "", StringComparison.Ordinal);
        Demand("at", Enum.TryParse<LocationPrecision>(precision, ignoreCase: true, out var near), "'precision' must be address, postal-code or post-place.");
        at.RefuseTheRest();
        return new() { Address = address, PostalCode = code, Latitude = point.Latitude, Longitude = point.Longitude, Precision = near };
    }

    private static double Degrees(YamlFields at, string key) => double.TryParse(at.Text(key), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN;

    private List<ServiceChannel> Channels(ServiceLocation? location, string? website)
    {
        var hours = fields.Hours("hours");
        var phone = fields.Phone("phone");
        var phoneHours = fields.Hours("phoneHours");
        var hasAddress = location is { Address.Length: > 0 };
        var channels = new List<ServiceChannel>();
        void Add(ChannelKind kind, string address, string display, string? open) => channels.Add(new() { Position = channels.Count + 1, Kind = kind, Address = address, DisplayAddress = display, Hours = open });
        if (hasAddress)
        {
            var shown = location!.PostalCode is { } code && places.Find(code) is PlaceAnswer.Found(var place) ? $"{location.Address}, {place.Name}" : location.Address;
            Add(ChannelKind.Visit, shown, shown, hours);
        }

        if (phone is var (dialled, display))
        {
            Add(ChannelKind.Phone, dialled, display, phoneHours ?? (hasAddress ? null : hours));
        }

        if (website is not null)
        {
            Add(ChannelKind.Web, website, ContactFields.HostOf(website), null);
        }

        return channels;
    }

    private void Demand(string key, bool holds, string message)
    {
        if (!holds)
        {
            fields.Problem(key, message);
        }
    }
}
