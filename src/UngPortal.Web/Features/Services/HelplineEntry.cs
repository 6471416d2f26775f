using System.Text.RegularExpressions;
using UngPortal.Kernel;
using YamlDotNet.RepresentationModel;

namespace UngPortal.Features.Services;

/// <summary>The keys of one entry of the helpline file.</summary>
internal sealed partial class HelplineEntry(YamlFields fields, YamlProblems problems, IReadOnlySet<string>? topics)
{
    public Service? Read(int position)
    {
        var slug = fields.Text("id", Slug.MaxLength);
        if (slug.Length > 0 && !Slug.IsValid(slug))
        {
            fields.Wrong<string>("id", "expected lower-case letters a to z, digits and hyphens.");
        }

        var facts = new ServiceFacts(
            fields.OneOf<ServiceKind>("kind"),
            fields.Texts("name", Service.NameMaxLength),
            fields.Texts("description", Service.DescriptionMaxLength),
            [.. fields.Items("topics", Topic)],
            position,
            Website(),
            fields.Date("checked"),
            fields.Text("source", Service.SourceMaxLength),
            fields.Items("channels", Channel).Select((channel, index) => channel(index + 1)).ToList());
        fields.RefuseOthers();

        if (facts.Channels.Count == 0)
        {
            fields.Wrong<string>("id", "an entry needs at least one channel.");
            return null;
        }

        return facts.Name.ContainsKey(Language.Bokmal.Code) ? Service.List(slug, facts) : null;
    }

    private string? Topic(YamlNode node)
    {
        var slug = (node as YamlScalarNode)?.Value;
        if (Slug.IsValid(slug) && topics?.Contains(slug!) != false)
        {
            return slug;
        }

        problems.Add(node, $"topics: there is no topic {node}.");
        return null;
    }

    private string? Website()
    {
        var website = fields.OptionalText("website", Service.WebsiteMaxLength);
        return website is null || IsHttps(website) ? website : fields.Wrong<string>("website", "expected an address that begins with https://.");
    }

    private Func<int, ServiceChannel>? Channel(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            problems.Add(node, "channels: expected kind, address, display and hours.");
            return null;
        }

        var channel = new YamlFields(map, problems);
        var kind = channel.OneOf<ChannelKind>("kind");
        var address = channel.Text("address", ServiceChannel.AddressMaxLength);
        var display = channel.OptionalText("display", ServiceChannel.DisplayAddressMaxLength);
        var hours = channel.OptionalText("hours", OpeningHours.MaxLength);
        channel.RefuseOthers();

        if (hours is not null && !OpeningHours.TryParse(hours, out _, out var error))
        {
            channel.Wrong<string>("hours", $"{error}");
        }

        if (kind is ChannelKind.Chat or ChannelKind.Web)
        {
            display ??= IsHttps(address) ? new Uri(address).Host.Replace("www.", "", StringComparison.Ordinal) : "";
            if (!IsHttps(address))
            {
                channel.Wrong<string>("address", "expected an address that begins with https://.");
            }
        }
        else if (!PhonePattern().IsMatch(address))
        {
            channel.Wrong<string>("address", "expected the number as it is dialled: 116111 or +4722400040.");
        }
        else if (display is null || Digits(display) != Digits(address.StartsWith("+47", StringComparison.Ordinal) ? address[3..] : address))
        {
            channel.Wrong<string>(display is null ? "address" : "display", "expected display with the same digits as the address, without +47.");
        }

        return position => new ServiceChannel { Position = position, Kind = kind, Address = address, DisplayAddress = display ?? "", Hours = hours };
    }

    private static bool IsHttps(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.Host.Contains('.', StringComparison.Ordinal);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^(\+[1-9][0-9]{6,14}|[0-9]{3,6})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex PhonePattern();
}
