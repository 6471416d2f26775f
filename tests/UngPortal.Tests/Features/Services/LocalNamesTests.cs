using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Services;

/// <summary>Which texts name a local service, and which only sound like it.</summary>
public sealed class LocalNamesTests
{
    private static readonly Dictionary<string, LocalizedText> Types = new(StringComparer.Ordinal)
    {
        ["hfu"] = new() { ["nb"] = "Helsestasjon for ungdom (HFU)", ["en"] = "Youth health clinic (HFU)" },
        ["legevakt"] = new() { ["nb"] = "Legevakt", ["en"] = "Out-of-hours doctor" },
        ["rph"] = new() { ["nb"] = "Rask psykisk helsehjelp" },
    };

    private static readonly LocalNames Names = new(
        Types,
        [
            Of("hfu-gamle-oslo", "Helsestasjon for ungdom Gamle Oslo", "Oslo", "hfu"),
            Of("hfu-frogner", "Helsestasjon for ungdom Frogner", "Oslo", "hfu"),
            Of("hfu-bjerke", "Bjerke helsestasjon for ungdom (HFU)", "Oslo", "hfu"),
            Of("hfu-sagene", "Sagene helsestasjon for ungdom", "Oslo", "hfu"),
            Of("hfu-bekkestua", "Helsestasjon for ungdom, Bekkestua", "Bærum", "hfu", "Bekkestua"),
            Of("oslo-legevakt", "Oslo legevakt", "Oslo", "legevakt"),
            Of("tromso-legevakt", "Legevakten i Tromsø", "Tromsø", "legevakt"),
            Of("rph-bergen", "Rask psykisk helsehjelp", "Bergen", "rph"),
            Of("kompasset", "Kompasset og vennene", "Stavanger", ""),
        ]);

    [Theory]
    [InlineData("Legevakten i Oslo", "oslo-legevakt")]
    [InlineData("oslo legevakt", "oslo-legevakt")]
    [InlineData("legevakta i tromso", "tromso-legevakt")]
    [InlineData("out-of-hours doctor in Tromsø", "tromso-legevakt")]
    [InlineData("Helsestasjon for ungdom Gamle Oslo", "hfu-gamle-oslo")]
    [InlineData("helsestasjon ungdom bekkestua", "hfu-bekkestua")]
    [InlineData("hfu bærum", "hfu-bekkestua")]
    [InlineData("rask psykisk helsehjelp bergen", "rph-bergen")]
    [InlineData("kompasset og vennene", "kompasset")]
    [InlineData("bjerke helsestasjon", "hfu-bjerke")]
    public void Named_ThatNoOtherIsMeant_GivesIt(string text, string slug) => Assert.Equal(slug, Assert.Single(Names.Named(text)).Slug);

    [Theory]
    [InlineData("angst")]
    [InlineData("legevakt")]
    [InlineData("Oslo")]
    [InlineData("helsestasjon for ungdom")]
    [InlineData("rask psykisk helsehjelp")]
    [InlineData("vennene mine")]
    [InlineData("hvor er legevakten i oslo åpen i natt")]
    [InlineData("angst i oslo")]
    [InlineData("kompasset")]
    [InlineData("")]
    [InlineData("\ud800 <script> %00")]
    public void Named_AnOrdinaryText_GivesNone(string text) => Assert.Empty(Names.Named(text));

    [Fact]
    public void Named_ManyOfOneSort_GivesThree() => Assert.Equal(LocalNames.Most, Names.Named("helsestasjon for ungdom i Oslo").Count);

    [Theory]
    [InlineData("helsest oslo", 4)]
    [InlineData("bæru", 1)]
    [InlineData("legev trom", 1)]
    [InlineData("finnes ikke", 0)]
    [InlineData(" ", 0)]
    [InlineData(null, 0)]
    public void Beginning_WithTheWords_GivesThem(string? text, int count) => Assert.Equal(count, Names.Beginning(text, 10).Count);

    private static (LocalName, string) Of(string slug, string name, string town, string type, string place = "") => (new LocalName(slug, new() { ["nb"] = name }, town, type), place);
}
