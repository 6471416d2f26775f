using System.Text.RegularExpressions;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Services;

/// <summary>The keys of one entry of the helpline file.</summary>
internal sealed partial class HelplineEntry(YamlFields fields, IReadOnlySet<string>? topics)
{
    public Service? Read(int position)
    {
        var slug = fields.Text("id", Slug.MaxLength);
        if (slug.Length > 0 && !Slug.IsValid(slug))
        {
            fields.Problem("id", "'id' must be a slug: lower-case letters a to z, digits and hyphens.");
        }

        var facts = new ServiceFacts(
            fields.OneOf<ServiceKind>("kind"),
            fields.Localized("name", maxLength: Service.NameMaxLength),
            fields.Localized("inText", required: false, maxLength: Service.InTextMaxLength),
            fields.Localized("description", maxLength: Service.DescriptionMaxLength),
            [.. fields.Slugs("topics", topics)],
            position,
            Website(),
            fields.Date("checked"),
            fields.Text("source", Service.SourceMaxLength),
            [.. fields.Maps("channels").Select((channel, index) => Channel(channel, index + 1))]);
        fields.RefuseTheRest();

        if (facts.Channels.Count == 0)
        {
            fields.Problem("id", "An entry needs at least one channel.");
            return null;
        }

        return facts.Name.ContainsKey(Language.Bokmal.Code) ? Service.List(slug, facts) : null;
    }

    private string? Website()
    {
        var website = fields.OptionalText("website", Service.WebsiteMaxLength);
        if (website is not null && !IsHttps(website))
        {
            fields.Problem("website", "'website' must begin with https://.");
        }

        return website;
    }

    private static ServiceChannel Channel(YamlFields channel, int position)
    {
        var kind = channel.OneOf<ChannelKind>("kind");
        var address = channel.Text("address", ServiceChannel.AddressMaxLength);
        var display = channel.OptionalText("display", ServiceChannel.DisplayAddressMaxLength);
        var hours = channel.OptionalText("hours", OpeningHours.MaxLength);
        channel.RefuseTheRest();

        if (hours is not null && !OpeningHours.TryParse(hours, out _, out var error))
        {
            channel.Problem("hours", $"'hours': {error}");
        }

        if (kind is ChannelKind.Chat or ChannelKind.Web)
        {
            display ??= IsHttps(address) ? new Uri(address).Host.Replace("www.", "", StringComparison.Ordinal) : "";
            if (!IsHttps(address))
            {
                channel.Problem("address", "'address' must begin with https://.");
            }
        }
        else if (!PhonePattern().IsMatch(address))
        {
            channel.Problem("address", "'address' must be the number as it is dialled: 116111 or +4722400040.");
        }
        else if (display is null || Digits(display) != Digits(address.StartsWith("+47", StringComparison.Ordinal) ? address[3..] : address))
        {
            channel.Problem(display is null ? "address" : "display", "'display' must have the same digits as the address, without +47.");
        }

        return new ServiceChannel { Position = position, Kind = kind, Address = address, DisplayAddress = display ?? "", Hours = hours };
    }

    private static bool IsHttps(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.Host.Contains('.', StringComparison.Ordinal);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^(\+[1-9][0-9]{6,14}|[0-9]{3,6})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex PhonePattern();
}
