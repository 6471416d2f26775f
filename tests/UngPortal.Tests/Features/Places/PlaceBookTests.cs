using UngPortal.Features.Places;

namespace UngPortal.Tests.Features.Places;

/// <summary>Where somebody says they are. Source: product/services.md, "Finder".</summary>
public sealed class PlaceBookTests
{
    [Theory]
    [InlineData("0580", "0580 Oslo", "0301")]
    [InlineData(" 0580 Oslo ", "0580 Oslo", "0301")]
    [InlineData("N-9510", "9510 Alta", "5601")]
    [InlineData("０５８０", "0580 Oslo", "0301")]
    [InlineData("Bergen", "Bergen", "4601")]
    [InlineData("BERGEN kommune", "Bergen", "4601")]
    [InlineData("Tromso", "Tromsø", "5501")]
    [InlineData("Kárášjohka", "Karasjok", "5610")]
    [InlineData("karasjohka", "Karasjok", "5610")]
    [InlineData("Kautokeino", "Kautokeino", "5612")]
    [InlineData("Egersund", "Egersund", "1101")]
    [InlineData("Vestland fylke", "Vestland", null)]
    [InlineData("Oslo", "Oslo", "0301")]
    [InlineData("Longyearbyen", "Longyearbyen", null)]
    [InlineData("9170", "9170 Longyearbyen", null)]
    [InlineData("8099", "8099 Jan Mayen", null)]
    public void Find_ACodeOrAName_GivesTheOnePlace(string text, string name, string? municipality)
    {
        var found = Assert.IsType<PlaceAnswer.Found>(PlaceBook.Norway.Find(text)).Place;

        Assert.Equal((name, municipality), (found.Name, found.Municipality?.Number));
        Assert.True(found.Point.IsAboutNorway);
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("0000")]
    public void Find_ACodeThatIsNone_SaysSo(string text) => Assert.Equal(new PlaceAnswer.NoSuchCode(text), PlaceBook.Norway.Find(text));

    [Theory]
    [InlineData("058")]
    [InlineData("05800")]
    [InlineData("0580 og 0581")]
    [InlineData("SW1A 1AA")]
    [InlineData("1")]
    public void Find_OtherDigits_SaysSo(string text) => Assert.IsType<PlaceAnswer.NotACode>(PlaceBook.Norway.Find(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("👨‍👩‍👧")]
    [InlineData("København")]
    [InlineData("\0")]
    [InlineData("<script>alert()</script>")]
    [InlineData("\ud83d")]
    [InlineData("ن")]
    public void Find_NoPlace_IsUnknown(string text) => Assert.Empty(Assert.IsType<PlaceAnswer.Unknown>(PlaceBook.Norway.Find(text)).Near);

    [Theory]
    [InlineData("Trondhjem", "Trondheim")]
    [InlineData("Lillehamer", "Lillehammer")]
    [InlineData("Kristians", "Kristiansand")]
    public void Find_NearlyAPlace_OffersIt(string text, string meant) => Assert.Contains(Assert.IsType<PlaceAnswer.Unknown>(PlaceBook.Norway.Find(text)).Near, place => place.Name == meant);

    [Fact]
    public void Find_ANameOfSeveral_OffersEach_AndEachIsFoundByWhatItIsCalledThere()
    {
        var several = Assert.IsType<PlaceAnswer.Several>(PlaceBook.Norway.Find("Våler"));

        Assert.Equal(["Våler (Innlandet)", "Våler (Østfold)"], several.Places.Select(place => place.Name).Order(StringComparer.Ordinal));
        Assert.All(several.Places, place => Assert.Equal(place, Assert.IsType<PlaceAnswer.Found>(PlaceBook.Norway.Find(place.Name)).Place));
    }

    [Fact]
    public void Find_EveryMunicipality_ByItsName_LeadsThere()
    {
        Assert.Equal(357, PlaceBook.Norway.Municipalities.Count);
        Assert.All(PlaceBook.Norway.Municipalities, own =>
        {
            var found = PlaceBook.Norway.Find(own.Name) switch { PlaceAnswer.Found(var place) => [place], PlaceAnswer.Several several => several.Places, _ => [] };
            Assert.Contains(found, place => place.Municipality == own);
            Assert.True(own.Centre.IsAboutNorway);
            Assert.StartsWith("https://", own.Website, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void NearestTo_AnAddress_IsItsPostalCodeOrANeighbour() =>
        Assert.StartsWith("05", PlaceBook.Norway.NearestTo(new(59.92, 10.79)).Name, StringComparison.Ordinal);
}
