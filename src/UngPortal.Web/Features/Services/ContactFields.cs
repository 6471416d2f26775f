using System.Text.RegularExpressions;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;

namespace UngPortal.Features.Services;

/// <summary>Reads websites, numbers and hours; what is wrong with them becomes a problem of the file.</summary>
internal static partial class ContactFields
{
    private const int ShortNumber = 6;
    private const string Norway = "+47";

    extension(YamlFields fields)
    {
        /// <summary>An https address, or null when the field is not there.</summary>
        public string? Website(string key)
        {
            var website = fields.OptionalText(key, Service.WebsiteMaxLength);
            if (website is not null && !IsHttps(website))
            {
                fields.Problem(key, $"'{key}' must begin with https://.");
                return null;
            }

            return website;
        }

        /// <summary>Opening hours, or null when the field is not there.</summary>
        public string? Hours(string key)
        {
            var hours = fields.OptionalText(key, OpeningHours.MaxLength);
            if (hours is not null && !OpeningHours.TryParse(hours, out _, out var error))
            {
                fields.Problem(key, $"'{key}': {error}");
            }

            return hours;
        }

        /// <summary>A number as it is written in Norway, and as it is dialled from anywhere.</summary>
        public (string Dialled, string Display)? Phone(string key)
        {
            if (fields.OptionalText(key, ServiceChannel.DisplayAddressMaxLength) is not { } display)
            {
                return null;
            }

            var dialled = Dialled(display);
            if (!IsNumber(dialled))
            {
                fields.Problem(key, $"'{key}' is no phone number.");
            }

            return (dialled, display);
        }
    }

    /// <summary>Whether it can be opened safely.</summary>
    public static bool IsHttps(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>Whether it can be dialled: 116111 or +4722400040.</summary>
    public static bool IsNumber(string address) => PhonePattern().IsMatch(address);

    /// <summary>Whether both are the same number, the one as dialled and the other as written in Norway.</summary>
    public static bool AreSame(string dialled, string display) => Dialled(display) == dialled;

    /// <summary>What is dialled for a number as it is written in Norway; perhaps no number.</summary>
    public static string Dialled(string display) =>
        display.TrimStart().StartsWith('+') ? "+" + Digits(display) : Digits(display) is { Length: > ShortNumber } digits ? Norway + digits : Digits(display);

    /// <summary>How a website is named where there is no room for its address.</summary>
    public static string HostOf(string address) => new Uri(address).Host.Replace("www.", "", StringComparison.Ordinal);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"^(\+[1-9][0-9]{6,14}|[0-9]{3,6})\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex PhonePattern();
}
