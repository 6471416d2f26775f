using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>The ways to reach a service: as the portal writes them, or as HSDS has them in phones, places and addresses.</summary>
internal sealed class ChannelReading(ServicePart service, string shownAddress, DateOnly today)
{
    private const int Most = 30;
    private const string Norway = "+47";
    private const int NorwegianLength = 8;
    private readonly List<ServiceChannel> _channels = [];

    public IReadOnlyList<ServiceChannel> Read()
    {
        if (service.Has("x-channels"))
        {
            ReadOwn();
        }
        else
        {
            ReadCommon();
        }

        return _channels;
    }

    private void ReadOwn()
    {
        foreach (var own in service.Parts("x-channels").Take(Most))
        {
            if (!Enum.TryParse<ChannelKind>(own.Text("kind"), ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
            {
                own.Fail(ImportFaultKind.BadKind, "kind", own.Text("kind"));
                continue;
            }

            Add(own, "address", kind, own.Text("address", ServiceChannel.AddressMaxLength), own.Text("display", ServiceChannel.DisplayAddressMaxLength), own.Text("x-opening-hours") is { Length: > 0 } hours ? hours : null);
        }

        var said = service.Parts("phones").Select(phone => phone.Text("number")).Order(StringComparer.Ordinal);
        if (service.Has("phones") && !said.SequenceEqual(_channels.Where(channel => channel.Kind.IsNumber).Select(channel => channel.Address).Order(StringComparer.Ordinal)))
        {
            service.Fail(ImportFaultKind.Disagrees, "phones", "phones / x-channels");
        }
    }

    private void ReadCommon()
    {
        var places = service.Parts("service_at_locations").Select(at => (At: at, Location: at.Part("location"))).ToList();
        var phones = service.Parts("phones").Concat(places.SelectMany(place => place.At.Parts("phones"))).Concat(places.SelectMany(place => place.Location?.Parts("phones") ?? [])).ToList();
        var schedules = service.Parts("schedules");
        var own = schedules.Where(schedule => !phones.Exists(phone => ChannelHours.IsOf(schedule, phone))).ToList();
        var physical = places.Where(place => place.Location?.Text("location_type") is not "virtual").ToList();
        var times = new ChannelHours([.. service.Parts("holiday_schedules").Concat(places.SelectMany(place => place.At.Parts("holiday_schedules").Concat(place.Location?.Parts("holiday_schedules") ?? [])))], today);
        if (shownAddress.Length > 0)
        {
            Add(service, "address_1", ChannelKind.Visit, shownAddress, shownAddress, times.Read([.. own, .. physical.SelectMany(place => place.At.Parts("schedules").Concat(place.Location?.Parts("schedules") ?? []))]));
        }

        foreach (var phone in phones.Where(phone => phone.Text("type") is not ("fax" or "tty" or "pager")).Take(Most))
        {
            if (phone.Text("type") is "video" && phone.Text("number").StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                AddSite(phone, ChannelKind.Video, "number", times.Read([.. schedules.Where(schedule => ChannelHours.IsOf(schedule, phone))]));
                continue;
            }

            var display = phone.Text("number", ServiceChannel.DisplayAddressMaxLength).Trim('"', ' ');
            display = display.StartsWith(Norway, StringComparison.Ordinal) ? display[Norway.Length..].Trim() : display;
            var hours = times.Read([.. schedules.Where(schedule => ChannelHours.IsOf(schedule, phone)), .. shownAddress.Length == 0 ? own : []]);
            Add(phone, "number", phone.Text("type") is "text" or "sms" ? ChannelKind.Sms : ChannelKind.Phone, ContactFields.Dialled(display), display, hours);
        }

        foreach (var place in places.Where(place => place.Location?.Text("location_type") is "virtual" && place.Location.Text("url").Length > 0))
        {
            var open = place.At.Parts("schedules");
            AddSite(place.Location!, KindOf(place.Location!, open), "url", times.Read(open));
        }

        AddSite(service, ChannelKind.Web, "url", null);
    }

    /// <summary>What one meets at a page: what the open interface says, else how one attends; mostly a chat.</summary>
    private static ChannelKind KindOf(ServicePart page, IReadOnlyList<ServicePart> schedules)
    {
        if (!page.Has("x-channel"))
        {
            return schedules.Any(schedule => schedule.Text("attending_type").Contains("video", StringComparison.OrdinalIgnoreCase)) ? ChannelKind.Video : ChannelKind.Chat;
        }

        if (Enum.TryParse<ChannelKind>(page.Text("x-channel"), ignoreCase: true, out var kind) && kind.IsPage)
        {
            return kind;
        }

        page.Fail(ImportFaultKind.BadKind, "x-channel", page.Text("x-channel"));
        return ChannelKind.Chat;
    }

    private void AddSite(ServicePart part, ChannelKind kind, string name, string? hours)
    {
        var text = part.Text(name, ServiceChannel.AddressMaxLength);
        var address = text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "https" + text[4..] : text;
        if (address.Length > 0 && !_channels.Exists(channel => channel.Address == address && (kind == ChannelKind.Web || channel.Kind == kind)))
        {
            Add(part, name, kind, address, ContactFields.IsHttps(address) ? ContactFields.HostOf(address) : address, hours);
        }
    }

    private void Add(ServicePart part, string field, ChannelKind kind, string address, string display, string? hours)
    {
        var isGood = kind switch
        {
            _ when kind.IsNumber => ContactFields.IsNumber(address) && ContactFields.AreSame(address, display) && (!address.StartsWith(Norway, StringComparison.Ordinal) || address.Length == Norway.Length + NorwegianLength),
            _ when kind.IsPage => ContactFields.IsHttps(address),
            _ => address.Length > 0,
        };
        if (!isGood)
        {
            part.Fail(kind.IsNumber ? ImportFaultKind.BadNumber : ImportFaultKind.BadAddress, field, field == "number" ? display : address);
        }

        if (hours is not null && !OpeningHours.TryParse(hours, out _, out _))
        {
            part.Fail(ImportFaultKind.BadHours, "x-opening-hours", hours);
        }

        if (!_channels.Exists(channel => channel.Kind == kind && channel.Address == address))
        {
            _channels.Add(new() { Position = _channels.Count + 1, Kind = kind, Address = address, DisplayAddress = display, Hours = hours });
        }
    }
}
