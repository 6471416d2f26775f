using UngPortal.Kernel;

namespace UngPortal.Features.Accounts.External;

/// <summary>One of the configuration section <c>SignIn:Providers</c>: an OpenID provider that staff may sign in through, such as Ansattporten, HelseID or Entra.</summary>
public sealed record SignInProvider
{
    public const string Section = "SignIn:Providers";

    /// <summary>Small letters, digits and hyphens; part of addresses and of stored links, so it stays as it is.</summary>
    public string Key { get; init; } = "";

    /// <summary>What the button says.</summary>
    public string Name { get; init; } = "";

    /// <summary>The provider's address; https, save on this machine.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>Whom its tokens must be made out to; the client when nothing is said.</summary>
    public string? Audience { get; init; }

    /// <summary>What to ask for beyond <c>openid</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["email"];

    /// <summary>Levels of assurance that are good enough; none named means any.</summary>
    public IReadOnlyList<string> AcrValues { get; init; } = [];

    /// <summary>Whether its addresses are checked though it sends no <c>email_verified</c>, as with one's own Entra tenant.</summary>
    public bool TrustsEmail { get; init; }

    /// <summary>The type of the claim that holds the organisation number; null when the memberships here decide alone.</summary>
    public string? OrganisationClaim { get; init; }

    /// <summary>The type of the claim that holds roles; null when they are given here.</summary>
    public string? RoleClaim { get; init; }

    /// <summary>Which role a value of <see cref="RoleClaim"/> stands for.</summary>
    public IReadOnlyDictionary<string, StaffRole> Roles { get; init; } = new Dictionary<string, StaffRole>();

    public string Scheme => "external-" + Key;

    public string CallbackPath => "/admin/logg-inn/retur/" + Key;

    /// <summary>What is wrong with the settings; null when nothing is.</summary>
    public string? Fault()
    {
        if (Key.Length is 0 or > 40 || !Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            return $"{Section}: Key must be small letters, digits and hyphens.";
        }

        if (new[] { Name, ClientId, ClientSecret }.Any(string.IsNullOrWhiteSpace))
        {
            return $"{Section}: {Key} needs Name, ClientId and ClientSecret.";
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
        {
            return $"{Section}: {Key} needs an Authority with https.";
        }

        return RoleClaim is not null && (OrganisationClaim is null || Roles.Count == 0 || Roles.Values.Any(People.PeopleReach.IsWholePortal))
            ? $"{Section}: {Key} has a RoleClaim, so it needs an OrganisationClaim and Roles, none of them for the whole portal."
            : null;
    }
}
