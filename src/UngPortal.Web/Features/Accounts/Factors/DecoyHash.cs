using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace UngPortal.Features.Accounts.Factors;

/// <summary>The hash of a password that nobody has, as costly as the real ones: what a try for an unknown address is held against. Source: ASVS 5.0 V6.3.8.</summary>
public sealed class DecoyHash(IOptions<PasswordHasherOptions> options)
{
    public string Value { get; } = new PasswordHasher<StaffMember>(options).HashPassword(StaffMember.Create("", "", DateTime.UnixEpoch), Guid.NewGuid().ToString());
}
