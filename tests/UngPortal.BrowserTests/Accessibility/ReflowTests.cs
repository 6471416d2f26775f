using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Accessibility;

[Collection(SiteCollection.Name)]
public sealed class ReflowTests(BrowserSite site)
{
    private const int Phone = 320;
    private const int Desk = 1280;
    private static readonly string[] Languages = ["nb", "nn", "en"];

    [Theory]
    [MemberData(nameof(PageTypes.Rows), MemberType = typeof(PageTypes))]
    public async Task Open_At320Pixels_NothingIsCutOff(string path)
    {
        await using var visit = await site.VisitAsync(Phone, 640);
        List<string> faults = [];
        foreach (var language in Languages)
        {
            await visit.OpenAsync(PageTypes.In(language, path));
            faults.AddRange((await ReflowProbe.CutOffAsync(visit.Page)).Select(fault => $"{language} plain: {fault}"));
            await ReflowProbe.SpaceTextAsync(visit.Page);
            faults.AddRange((await ReflowProbe.CutOffAsync(visit.Page)).Select(fault => $"{language} spaced: {fault}"));
        }

        Faults.None(faults);
    }

    [Theory]
    [MemberData(nameof(PageTypes.Rows), MemberType = typeof(PageTypes))]
    public async Task Open_WithTextTwiceAsLarge_NothingIsCutOff(string path)
    {
        await using var visit = await site.VisitAsync(Phone, 640);
        await ReflowProbe.DoubleTextAsync(visit.Page);
        List<string> faults = [];
        foreach (var language in Languages)
        {
            await visit.OpenAsync(PageTypes.In(language, path));
            Assert.Equal("32px", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));
            faults.AddRange((await ReflowProbe.CutOffAsync(visit.Page)).Select(fault => $"{language} {Phone}: {fault}"));
            await visit.Page.SetViewportSizeAsync(Desk, 900);
            faults.AddRange((await ReflowProbe.CutOffAsync(visit.Page)).Select(fault => $"{language} {Desk}: {fault}"));
            await visit.Page.SetViewportSizeAsync(Phone, 640);
        }

        Faults.None(faults);
    }

    [Theory]
    [MemberData(nameof(PageTypes.Rows), MemberType = typeof(PageTypes))]
    public async Task Open_OnPhoneAndDesk_TargetsAre44Pixels(string path)
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(path);
        var phone = await ReflowProbe.TooSmallAsync(visit.Page);
        await visit.Page.SetViewportSizeAsync(Desk, 900);

        Faults.None(phone.Select(fault => "360: " + fault).Concat((await ReflowProbe.TooSmallAsync(visit.Page)).Select(fault => $"{Desk}: {fault}")));
    }
}
