using UngPortal.Features.Places;
using UngPortal.Features.Services;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes where services are.</summary>
public static class PlaceWriter
{
    private const string Norway = "NO";
    private const string Physical = "physical";
    private const string Virtual = "virtual";

    /// <summary>A service in a place, with its hours there; the place itself too unless only what is one to one is wanted.</summary>
    public static ServiceAtLocationDocument AtLocation(Service service, ServicePlace place, DocumentSetting setting, bool isFull)
    {
        var channel = place.Way is { } way
            ? service.Channels.First(one => one.Kind == way.Kind && one.Address == way.Address)
            : service.Channels.FirstOrDefault(one => one.Kind == ChannelKind.Visit);
        return new()
        {
            Id = place.AtLocationId,
            ServiceId = OpenReferralId.Of("service", service.Slug),
            LocationId = place.LocationId,
            Description = DescriptionOf(service, channel, setting),
            Schedules = isFull && channel is not null ? [.. ScheduleWriter.Write(service, channel, place.AtLocationId, setting)] : null,
            Location = Location(service, place, setting, isFull),
            Live = channel is null ? null : LiveWriter.Write(service.StateOf(channel, setting.Now), setting),
        };
    }

    public static LocationDocument Location(Service service, ServicePlace place, DocumentSetting setting, bool isFull = true)
    {
        if (place.Way is { } way)
        {
            return new() { Id = place.LocationId, LocationType = Virtual, Url = way.Address, Channel = way.Kind.ToString().ToLowerInvariant(), Name = $"{service.Name.In(setting.Language)}: {setting.Texts["Channel_" + way.Kind].Value}" };
        }

        var where = service.Location!;
        var (about, precision) = where.Precision switch
        {
            LocationPrecision.Address => (setting.Texts["Hsds_PlaceAddress"], "address"),
            LocationPrecision.PostalCode => (setting.Texts["Hsds_PlacePostalCode"], "postal-code"),
            _ => (setting.Texts["Hsds_PlacePostPlace"], "post-place"),
        };
        return new()
        {
            Id = place.LocationId,
            LocationType = Physical,
            Name = service.Name.In(setting.Language),
            Description = about,
            Latitude = where.Latitude,
            Longitude = where.Longitude,
            Addresses = isFull ? [.. Addresses(service, place)] : null,
            Accessibility = isFull && service.Told.Any(ToldFacts.Access.Contains) ? [.. service.Told.Where(ToldFacts.Access.Contains).Select(fact => Access(service, place, fact, setting))] : null,
            Municipality = service.Municipality,
            Precision = precision,
        };
    }

    private static AccessibilityDocument Access(Service service, ServicePlace place, string fact, DocumentSetting setting) =>
        new() { Id = OpenReferralId.Of("accessibility", service.Slug, fact), LocationId = place.LocationId, Description = ToldLine.Alone(setting.Texts["Told_" + fact].Value), Fact = fact };

    private static IEnumerable<AddressDocument> Addresses(Service service, ServicePlace place)
    {
        if (service is { Location: { Address.Length: > 0, PostalCode: { } code } where, Municipality: { } number }
            && PlaceBook.Norway.MunicipalityOf(number) is { } municipality && PlaceBook.Norway.Find(code) is PlaceAnswer.Found(var found))
        {
            yield return new()
            {
                Id = OpenReferralId.Of("address", service.Slug),
                LocationId = place.LocationId,
                Address1 = where.Address,
                City = found.Name[code.Length..].Trim(),
                StateProvince = municipality.County,
                PostalCode = code,
                Country = Norway,
                AddressType = Physical,
            };
        }
    }

    /// <summary>What the hours don't say; that nobody knows them, where that is so.</summary>
    private static string? DescriptionOf(Service service, ServiceChannel? channel, DocumentSetting setting)
    {
        var note = channel is null or { Kind: ChannelKind.Visit } ? LocalCards.HoursNoteOf(service, setting.Terms.TypesByKey.GetValueOrDefault(service.Type ?? "")).In(setting.Language) : "";
        var unknown = channel is { Hours: null } || (channel is null && service.Channels.All(one => one.Hours is null)) ? setting.Texts["Hsds_HoursUnknown"].Value : "";
        return $"{unknown} {note}".Trim() is { Length: > 0 } text ? text : null;
    }
}
