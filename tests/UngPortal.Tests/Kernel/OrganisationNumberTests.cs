using UngPortal.Kernel;

namespace UngPortal.Tests.Kernel;

public sealed class OrganisationNumberTests
{
    [Theory]
    [InlineData("974761076")]
    [InlineData("974 761 076")]
    [InlineData(" NO 974 761 076 MVA ")]
    [InlineData("974.761.076")]
    public void TryParse_ANumberAsPeopleWriteIt_GivesNineDigits(string text)
    {
        Assert.True(OrganisationNumber.TryParse(text, out var number));
        Assert.Equal("974761076", number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("974761077")]
    [InlineData("97476107")]
    [InlineData("9747610760")]
    [InlineData("074761076")]
    [InlineData("97476107x")]
    [InlineData("٩٧٤٧٦١٠٧٦")]
    public void TryParse_AnythingElse_IsRefused(string? text)
    {
        Assert.False(OrganisationNumber.TryParse(text, out var number));
        Assert.Empty(number);
    }

    [Fact]
    public void TryParse_AnyOneDigitWrong_IsRefused()
    {
        const string Right = "974761076";

        for (var at = 0; at < Right.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var text = Right[..at] + digit + Right[(at + 1)..];
                Assert.Equal(text == Right, OrganisationNumber.TryParse(text, out _));
            }
        }
    }

    [Fact]
    public void TryParse_OfAllEndings_TakesAtMostOne()
    {
        for (var stem = 90_000_000; stem < 90_002_000; stem++)
        {
            var stemText = stem.ToString(System.Globalization.CultureInfo.InvariantCulture);

            Assert.True(Enumerable.Range(0, 10).Count(digit => OrganisationNumber.TryParse(stemText + digit, out _)) <= 1);
        }
    }
}
