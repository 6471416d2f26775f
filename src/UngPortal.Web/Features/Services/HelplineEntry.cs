using UngPortal.Kernel;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Services;

/// <summary>The keys of one entry of the helpline file.</summary>
internal sealed class HelplineEntry(YamlFields fields, IReadOnlySet<string>? topics)
{
    public Service? Read(int position)
    {
        var slug = fields.Text("id", Slug.MaxLength);
        if (slug.Length > 0 && !Slug.IsValid(slug))
        {
            fields.Problem("id", "'id' must be a slug: lower-case letters a to z, digits and hyphens.");
        }

        var kind = fields.OneOf<ServiceKind>("kind");
        if (kind == ServiceKind.Local)
        {
            fields.Problem("kind", "Local services stand in places.yml.");
            return null;
        }

        var facts = new ServiceFacts(
            kind,
            fields.Localized("name", maxLength: Service.NameMaxLength),
            fields.Localized("inText", required: false, maxLength: Service.InTextMaxLength),
            fields.Localized("description", maxLength: Service.DescriptionMaxLength),
            [.. fields.Slugs("topics", topics)],
            position,
            fields.Website("website"),
            fields.Date("checked"),
            fields.Text("source", Service.SourceMaxLength),
            [.. fields.Maps("channels").Select((channel, index) => Channel(channel, index + 1))])
        {
            Ages = EntryAges.Read(fields),
        };
        fields.RefuseTheRest();

        if (facts.Channels.Count == 0)
        {
            fields.Problem("id", "An entry needs at least one channel.");
            return null;
        }

        return facts.Name.ContainsKey(Language.Bokmal.Code) ? Service.List(slug, facts) : null;
    }

    private static ServiceChannel Channel(YamlFields channel, int position)
    {
        var kind = channel.OneOf<ChannelKind>("kind");
        var address = channel.Text("address", ServiceChannel.AddressMaxLength);
        var display = channel.OptionalText("display", ServiceChannel.DisplayAddressMaxLength);
        var hours = channel.Hours("hours");
        channel.RefuseTheRest();

        if (kind.IsPage)
        {
            display ??= ContactFields.IsHttps(address) ? ContactFields.HostOf(address) : "";
            if (!ContactFields.IsHttps(address))
            {
                channel.Problem("address", "'address' must begin with https://.");
            }
        }
        else if (!ContactFields.IsNumber(address))
        {
            channel.Problem("address", "'address' must be the number as it is dialled: 116111 or +4722400040.");
        }
        else if (display is null || !ContactFields.AreSame(address, display))
        {
            channel.Problem(display is null ? "address" : "display", "'display' must have the same digits as the address, without +47.");
        }

        return new ServiceChannel { Position = position, Kind = kind, Address = address, DisplayAddress = display ?? "", Hours = hours };
    }
}
