using System.Globalization;
using UngPortal.Features.Places;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes services in the shape of HSDS 3.0. Only what is known stands there: no e-mail, no time of change.</summary>
public static class ServiceWriter
{
    private const string Active = "active";

    public static Guid IdOf(string slug) => OpenReferralId.Of("service", slug);

    /// <summary>What it is called, in the list of who answers for it.</summary>
    public static ServiceDocument Summary(string slug, LocalizedText name, Guid? organization, DocumentSetting setting) =>
        new() { Id = IdOf(slug), OrganizationId = organization, Name = name.In(setting.Language), Status = Active, Slug = slug, Page = setting.Address($"/tjenester/{slug}") };

    /// <summary>What is one to one.</summary>
    public static ServiceDocument Brief(Service service, DocumentSetting setting)
    {
        var responsible = ResponsibleBody.Of(service);
        return new()
        {
            Id = IdOf(service.Slug),
            OrganizationId = responsible?.Id,
            Name = service.Name.In(setting.Language),
            Description = DescriptionOf(service, setting),
            Url = service.Website ?? service.Channels.FirstOrDefault(channel => channel.Kind == ChannelKind.Web)?.Address,
            Status = Active,
            ApplicationProcess = service.IsDropIn ? setting.Texts["Finder_DropIn"].Value : null,
            EligibilityDescription = AgesOf(service, setting),
            FeesDescription = CostWriter.Words(service, setting),
            MinimumAge = service.AgeFrom,
            MaximumAge = service.AgeTo,
            Alert = service.Alert.Count > 0 ? service.Alert.In(setting.Language) : null,
            AssuredDate = Iso(service.Assured),
            Organization = responsible is null ? null : OrganizationWriter.Write(responsible, setting, isFull: false),
            OrganizationBasis = responsible?.Basis,
            Slug = service.Slug,
            Page = setting.Address($"/tjenester/{service.Slug}"),
            Live = LiveWriter.Write(service, setting),
            Source = new() { Name = service.Source, Url = Uri.TryCreate(service.Source, UriKind.Absolute, out var source) && source.Scheme == Uri.UriSchemeHttps ? service.Source : null, CheckedOn = Iso(service.Assured) },
        };
    }

    /// <summary>All of it.</summary>
    public static ServiceDocument Full(Service service, DocumentSetting setting) => Brief(service, setting) with
    {
        Phones = [.. service.Channels.Where(channel => channel.Kind.IsNumber).Select(channel => Phone(service, channel, setting))],
        Schedules = [.. service.Channels.Where(channel => channel.Kind.IsNumber || IsVisitOfNoPlace(service, channel)).SelectMany(channel => ScheduleWriter.Write(service, channel, null, setting))],
        ServiceAreas = [.. service.Areas.OrderBy(area => area.Municipality, StringComparer.Ordinal).Select(area => Area(service, area.Municipality))],
        ServiceAtLocations = [.. ServicePlace.Of(service).Select(place => PlaceWriter.AtLocation(service, place, setting, isFull: true))],
        Languages = service.Languages.Length == 0 ? null : [.. service.Languages.Select(code => new LanguageDocument { Id = OpenReferralId.Of("language", service.Slug, code), ServiceId = IdOf(service.Slug), Name = setting.Texts["Spoken_" + code], Code = code })],
        CostOptions = CostWriter.Write(service, setting),
        Told = service.Told.Length == 0 ? null : service.Told,
        Attributes = [.. setting.Terms.Of(service.Kind, service.Type, service.Topics).Select(term => Attribute(service, term, setting))],
    };

    private static bool IsVisitOfNoPlace(Service service, ServiceChannel channel) => channel.Kind == ChannelKind.Visit && service.Location is null;

    private static string? DescriptionOf(Service service, DocumentSetting setting)
    {
        var own = service.Description.Count > 0 ? service.Description : setting.Terms.TypesByKey.GetValueOrDefault(service.Type ?? "")?.Summary ?? [];
        return $"{own.In(setting.Language)} {service.Note.In(setting.Language)}".Trim() is { Length: > 0 } text ? text : null;
    }

    private static string? AgesOf(Service service, DocumentSetting setting) => (service.AgeFrom, service.AgeTo) switch
    {
        (null or 0, null) => null,
        (null or 0, { } oldest) => setting.Texts["Finder_AgeTo", oldest].Value,
        ({ } youngest, null) => setting.Texts["Finder_AgeFrom", youngest].Value,
        ({ } youngest, { } oldest) => setting.Texts["Years", $"{youngest}–{oldest}"].Value,
    };

    private static PhoneDocument Phone(Service service, ServiceChannel channel, DocumentSetting setting) => new()
    {
        Id = OpenReferralId.Of("phone", service.Slug, channel.Kind.ToString(), channel.Address),
        ServiceId = IdOf(service.Slug),
        Number = channel.Address,
        Type = channel.Kind == ChannelKind.Sms ? "text" : "voice",
        Description = channel.Hours is null ? setting.Texts["Hsds_HoursUnknown"].Value : null,
        Live = LiveWriter.Write(service.StateOf(channel, setting.Now), setting),
    };

    private static ServiceAreaDocument Area(Service service, string number) =>
        new() { Id = OpenReferralId.Of("service_area", service.Slug, number), ServiceId = IdOf(service.Slug), Name = PlaceBook.Norway.MunicipalityOf(number)?.Name ?? number, Municipality = number };

    private static AttributeDocument Attribute(Service service, Term term, DocumentSetting setting) => new()
    {
        Id = OpenReferralId.Of("attribute", service.Slug, term.Id.ToString()),
        LinkId = IdOf(service.Slug),
        TaxonomyTermId = term.Id,
        LinkEntity = "service",
        LinkType = Taxonomies.KeyOf(term.Taxonomy),
        TaxonomyTerm = TermWriter.Write(term, setting),
    };

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
