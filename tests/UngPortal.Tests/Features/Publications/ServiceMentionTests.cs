using AngleSharp.Dom;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publications;

/// <summary>Services named inside the shipped texts.</summary>
[Collection(ShippedSite.Name)]
public sealed class ServiceMentionTests(PortalApp app)
{
    [Theory]
    [InlineData("/artikler/cannabis-det-vi-vet", "tel:113", "Ring 113 hvis noen ikke våkner", "Ring 113")]
    [InlineData("/artikler/cannabis-det-vi-vet", "tel:116117", "Ring legevakten på 116 117 hvis noen", "Ring legevakten på 116 117")]
    [InlineData("/artikler/vold-hjemme", "tel:112", "Ring politiet på 112.", "Ring politiet på 112")]
    [InlineData("/artikler/nar-du-ikke-far-sove", "tel:116123", "Ring Mental Helse på 116 123, eller", "Ring Mental Helse på 116 123")]
    [InlineData("/nn/artikler/mensen-det-du-lurer-pa", "tel:116117", "ring legevakta på 116 117 med ein gong", "Ring legevakta på 116 117")]
    [InlineData("/en/artikler/mensen-det-du-lurer-pa", "tel:116117", "ring the out-of-hours doctor on 116 117 at once", "Call the out-of-hours doctor on 116 117")]
    public async Task Get_NumberInAText_IsCalledFromTheSentence(string path, string href, string sentence, string label)
    {
        var (text, link) = await ReadAsync(path, $".prose p a[href='{href}']");

        Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.Equal(label, link.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Get_ServiceWithOtherWaysToo_LeadsToTheRegisterAndToItsNumber()
    {
        var (text, link) = await ReadAsync("/nn/artikler/nar-alt-er-tungt", ".prose p a[href='/nn/hjelp-na#alarmtelefonen-for-barn-og-unge']");

        Assert.Contains("Alarmtelefonen for barn og unge (116 111) svarer", text, StringComparison.Ordinal);
        Assert.Equal("Alarmtelefonen for barn og unge", link.TextContent);
        Assert.Equal("Ring 116 111", link.ParentElement!.QuerySelector("a[href='tel:116111']")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Get_ServiceWithHours_LeadsToTheRegister()
    {
        var (_, link) = await ReadAsync("/artikler/forste-egne-penger", ".prose p a[href='/hjelp-na#ung-rettshjelp']");

        Assert.Equal("Ung rettshjelp", link.TextContent);
    }

    [Fact]
    public async Task Get_BokmalTextOnAnEnglishPage_NamesServicesInBokmal()
    {
        var (text, link) = await ReadAsync("/en/artikler/cannabis-det-vi-vet", ".prose[lang=nb] p a[href='tel:116117']");

        Assert.Contains("Ring legevakten på 116 117 hvis", text, StringComparison.Ordinal);
        Assert.Equal("Ring legevakten på 116 117", link.GetAttribute("aria-label"));
        Assert.Equal("en", link.Closest(".prose")!.QuerySelector(".service")!.ParentElement!.GetAttribute("lang"));
    }

    [Fact]
    public async Task Get_RelatedServices_KeepTheAuthorsOrder()
    {
        var page = (await app.GetPageAsync("/artikler/mat-og-kropp-uten-stress")).Document;

        Assert.Equal(["ROS – Rådgivning om spiseforstyrrelser", "Spiseforstyrrelsesforeningen (SPISFO)", "Kors på halsen (Røde Kors)"], page.QuerySelectorAll("section[aria-labelledby=tjenester] h3").Select(name => name.TextContent));
    }

    private async Task<(string Text, IElement Link)> ReadAsync(string path, string selector)
    {
        var link = (await app.GetPageAsync(path)).Document.QuerySelector(selector);
        Assert.NotNull(link);
        return (link.ParentElement!.TextContent.Replace('\u00A0', ' '), link);
    }
}
