using UngPortal.Features.OpenReferral;

namespace UngPortal.Tests.Features.OpenReferral;

public sealed class OpenReferralIdTests
{
    /// <summary>Others keep these ids: whoever changes what they are made of changes them all.</summary>
    [Fact]
    public void Ids_NeverChange()
    {
        Assert.Equal(Guid.Parse("c7e3f054-9bc5-5f20-9e2c-c9f48436d2b1"), OpenReferralId.Of("service", "112-politi"));
        Assert.NotEqual(OpenReferralId.Of("service", "a"), OpenReferralId.Of("location", "a"));
    }

    [Fact]
    public void Ids_AreOfVersionFive()
    {
        var id = OpenReferralId.Of("service", "a").ToString();

        Assert.Equal('5', id[14]);
        Assert.Matches("^[89ab]", id[19..]);
    }
}
