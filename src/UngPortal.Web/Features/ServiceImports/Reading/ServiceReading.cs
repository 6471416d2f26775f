using System.Globalization;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Reads one service in the nested shape of HSDS 3.0. What stands under the portal’s own names says more than HSDS can, and must agree with it.</summary>
public sealed class ServiceReading
{
    private const int OldestAge = 99;

    // Whoever writes 100 or 120 means that there is no last age.
    private const int NoAge = 150;

    private readonly ServiceTerms _terms;
    private readonly List<ReadFault> _faults = [];
    private readonly ServicePart _service;

    private ServiceReading(PackageItem item, ServiceTerms terms) => (_terms, _service) = (terms, new ServicePart(item.Service!, item.File, item.Line, _faults));

    public static ReadRow Read(PackageItem item, ServiceTerms terms)
    {
        if (item.Service is null)
        {
            return new(item.File, item.Line, "", null, "", null, "", false, false, null, [new(item.File, item.Line, item.Fault!)]);
        }

        try
        {
            return new ServiceReading(item, terms).Read();
        }
        catch (InvalidOperationException) // Half a letter, written as JSON writes them: no text can hold it.
        {
            return new(item.File, item.Line, "", null, "", null, "", false, false, null, [new(item.File, item.Line, new(ImportFaultKind.NotAnObject))]);
        }
    }

    private ReadRow Read()
    {
        var (id, slug) = (_service.Text("id", 100), _service.Text("x-slug"));
        Demand(id.Length > 0, ImportFaultKind.NoId, "id", id);
        Demand(slug.Length == 0 || Slug.IsValid(slug), ImportFaultKind.BadSlug, "x-slug", slug);
        var name = _service.Localized("name", "x-name", Service.NameMaxLength);
        Demand(name.ContainsKey(Language.Bokmal.Code), ImportFaultKind.NoName, "name", "");
        var status = _service.Text("status", 40);
        Demand(status is not "defunct", ImportFaultKind.Defunct, "status", status);
        var (assured, changed) = (_service.Date("assured_date", _terms.Today), _service.Date("last_modified", _terms.Today));
        var (kind, type, topics) = Sorted();
        var place = PlaceReading.Read(_service, kind == ServiceKind.Local);
        var website = Website("url");
        var channels = new ChannelReading(_service, place.Shown, _terms.Today).Read();
        Demand(channels.Count > 0 || _faults.Count > 0, ImportFaultKind.NoWay, _service.Has("x-channels") ? "x-channels" : "phones", "");
        var sourced = _service.Part("x-source")?.Text("name", Service.SourceMaxLength);
        var own = _service.Has("x-name");
        var (languages, told) = (ToldReading.Languages(_service), ToldReading.Facts(_service));
        var cost = CostReading.Read(_service, told, _terms.Today);

        var ages = Ages();

        // All of it is read, whatever is wrong with some: whoever puts it right should hear of everything at once.
        var local = kind == ServiceKind.Local ? Local(type ?? "", place, ages) : null;
        var facts = new ServiceFacts(
            kind, name, _service.Localized("", "x-in-text", Service.InTextMaxLength), Description(own), topics, Number("x-position", 0, 1_000_000) ?? 0,
            own ? (_service.Text("x-website") is { Length: > 0 } site ? site : null) : website, assured ?? changed ?? ServiceTerms.LongAgo,
            sourced is { Length: > 0 } ? sourced : website ?? _terms.Origin, channels)
        {
            Local = local,
            Ages = local is null ? ages : (null, null),
            Languages = languages,
            Told = cost.IsFree ? ToldFacts.Sorted(ToldFacts.All, [ToldFacts.Free, .. told]) : told,
            Confidentiality = _service.Localized("", "x-confidentiality", Service.SaidMaxLength),
            Alert = _service.Localized(_service.Has("alert") ? "alert" : "", "x-alert", Service.SaidMaxLength),
            Cost = cost.Cost,
            RunBy = OrganizationReading.RunBy(_service),
        };
        return new(_service.File, _service.Line, id, slug.Length > 0 ? slug : null, name.In(Language.Bokmal), changed ?? assured, status, own && _service.Has("x-channels"), _service.Has("phones") || _service.Has("service_at_locations") || _service.Has("x-channels"), _faults.Count > 0 ? null : facts, _faults);
    }

    private LocalizedText Description(bool own) => own
        ? _service.Localized("", "x-description", Service.DescriptionMaxLength)
        : _service.Localized("description", "x-description", Service.DescriptionMaxLength);

    private LocalFacts Local(string type, PlaceReading place, (int? From, int? To) ages) => new(
        type, place.Municipality ?? "", place.Serves, place.Location, ages, _service.Text("x-drop-in") is "true", _service.Localized("", "x-hours-note", Service.NoteMaxLength), _service.Localized("", "x-note", Service.NoteMaxLength));

    /// <summary>Its kind, type and topics, which are terms of taxonomies in HSDS.</summary>
    private (ServiceKind Kind, string? Type, string[] Topics) Sorted()
    {
        List<(string Link, string Code, string Name)> terms = [.. _service.Parts("attributes").Select(one => (one.Text("link_type"), (one.Part("taxonomy_term") ?? one).Text("code"), (one.Part("taxonomy_term") ?? one).Text("name")))];
        var kindCode = terms.Find(term => term.Link == "kind").Code;
        var type = terms.Select(term => _terms.Types.GetValueOrDefault((term.Link == "type" ? term.Code : term.Code.Length > 0 ? term.Code : term.Name).ToLowerInvariant()) ?? _terms.Types.GetValueOrDefault(term.Name.ToLowerInvariant())).FirstOrDefault(key => key is not null);
        ServiceKind? kind = kindCode switch
        {
            null or "" => ServiceKind.Local,
            _ => Enum.TryParse<ServiceKind>(kindCode, ignoreCase: true, out var known) && !char.IsAsciiDigit(kindCode[0]) ? known : null,
        };
        Demand(kind is not null, ImportFaultKind.BadKind, "attributes:kind", kindCode);
        type = kind == ServiceKind.Local ? type ?? _terms.Type : null;
        Demand(type is not null || kind != ServiceKind.Local, ImportFaultKind.NoType, "attributes:type", terms.Find(term => term.Link != "kind").Name);
        string[] topics = [.. terms.Where(term => term.Link == "topic").Select(term => term.Code)];
        Demand(topics.All(_terms.Topics.Contains), ImportFaultKind.UnknownTopic, "attributes:topic", topics.FirstOrDefault(topic => !_terms.Topics.Contains(topic)));
        return (kind ?? ServiceKind.Local, type, topics);
    }

    private (int? From, int? To) Ages()
    {
        (int? From, int? To) ages = (Number("minimum_age", 0, OldestAge), Number("maximum_age", 0, NoAge) is { } last and <= OldestAge ? (int?)last : null);
        Demand((ages.From ?? 0) <= (ages.To ?? OldestAge), ImportFaultKind.BadAge, "minimum_age", $"{ages.From}–{ages.To}");
        return ages;
    }

    private int? Number(string name, int least, int most)
    {
        var text = _service.Text(name);
        if (text.Length == 0)
        {
            return null;
        }

        var isNumber = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && number >= least && number <= most;
        Demand(isNumber, ImportFaultKind.BadAge, name, text);
        return isNumber ? (int)number : null;
    }

    private string? Website(string name)
    {
        var text = _service.Text(name, Service.WebsiteMaxLength);
        var address = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https" + text[4..] : text;
        Demand(address.Length == 0 || ContactFields.IsHttps(address), ImportFaultKind.BadAddress, name, text);
        return address.Length > 0 ? address : null;
    }

    private void Demand(bool holds, ImportFaultKind kind, string field, string? value)
    {
        if (!holds)
        {
            _service.Fail(kind, field, value);
        }
    }
}
