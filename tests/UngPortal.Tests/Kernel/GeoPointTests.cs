using UngPortal.Kernel;

namespace UngPortal.Tests.Kernel;

public sealed class GeoPointTests
{
    private static readonly GeoPoint Oslo = new(59.9139, 10.7522);

    // Distances as the crow flies, from Kartverket's and others' calculators.
    [Theory]
    [InlineData(60.3929, 5.3241, 305)]
    [InlineData(69.6492, 18.9553, 1_149)]
    [InlineData(78.2232, 15.6267, 2_043)]
    [InlineData(59.9139, 10.7522, 0)]
    public void KilometresTo_KnownPlaces_IsRightWithinAHundredth(double latitude, double longitude, double kilometres)
    {
        var far = Oslo.KilometresTo(new(latitude, longitude));

        Assert.InRange(far, kilometres * 0.99, (kilometres * 1.01) + 0.001);
        Assert.Equal(far, new GeoPoint(latitude, longitude).KilometresTo(Oslo), 6);
    }

    [Theory]
    [InlineData(double.NaN, 10.7)]
    [InlineData(59.9, double.NaN)]
    [InlineData(double.PositiveInfinity, 10.7)]
    [InlineData(51.5, -0.1)]
    [InlineData(-59.9, 10.7)]
    [InlineData(59.9, 190)]
    public void IsAboutNorway_AnythingElse_IsFalse(double latitude, double longitude) => Assert.False(new GeoPoint(latitude, longitude).IsAboutNorway);

    [Fact]
    public void Around_AnyRadius_HoldsAllThatIsWithin()
    {
        for (var round = 0; round < 20_000; round++)
        {
            var (from, other) = (Somewhere(2 * round), Somewhere((2 * round) + 1));
            var (southWest, northEast) = from.Around(from.KilometresTo(other) + 0.001);

            Assert.InRange(other.Latitude, southWest.Latitude, northEast.Latitude);
            Assert.InRange(other.Longitude, southWest.Longitude, northEast.Longitude);
        }
    }

    // Spread evenly over the country.
    private static GeoPoint Somewhere(int number) => new(57.9 + (23 * (number * 0.7548776662 % 1)), -9 + (41 * (number * 0.5698402909 % 1)));
}
