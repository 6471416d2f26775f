using UngPortal.Features.Accounts.External;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Accounts.External;

public sealed class SignInProviderTests
{
    private static readonly SignInProvider Right = new() { Key = "prove", Name = "Prøveporten", Authority = "https://innlogging.example", ClientId = "id", ClientSecret = "ord" };

    [Fact]
    public void Fault_OfRightSettings_IsNone() => Assert.Null(Right.Fault());

    [Fact]
    public void Fault_OfWrongSettings_IsSaid() => Assert.All(
        new[]
        {
            Right with { Key = "" },
            Right with { Key = "Æ/.." },
            Right with { ClientSecret = " " },
            Right with { Authority = "http://innlogging.example" },
            Right with { Authority = "innlogging" },
            Right with { RoleClaim = "roller" },
            Right with { RoleClaim = "roller", OrganisationClaim = "orgnr", Roles = new Dictionary<string, StaffRole> { ["sjef"] = StaffRole.PlatformAdmin } },
            Right with { RoleClaim = "roller", OrganisationClaim = "orgnr", Roles = new Dictionary<string, StaffRole> { ["sjef"] = StaffRole.SafeguardingOfficer } },
        },
        provider => Assert.StartsWith(SignInProvider.Section, provider.Fault(), StringComparison.Ordinal));

    [Fact]
    public void Providers_WithTheSameKeyTwice_AreRefused() => Assert.Throws<InvalidOperationException>(() => new SignInProviders([Right, Right]));
}
