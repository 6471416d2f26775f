using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Accessibility;

[Collection(SiteCollection.Name)]
public sealed class ReflowTests(BrowserSite site)
{
    private const int Phone = 320;
    private const int Desk = 1280;
    private static readonly string[] Languages = ["nb", "nn", "en"];

    /// <summary>The windows that targets are measured in.</summary>
    private static readonly (int Width, int Height)[] TargetWindows = [(360, 740), (Desk, 900)];

    [Theory]
    [MemberData(nameof(PageTypes.Rows), MemberType = typeof(PageTypes))]
    public async Task Open_OnPhoneAndDesk_NothingIsCutOffAndTargetsAre44Pixels(string path)
    {
        await using var visit = await site.VisitAsync(Phone, 640);
        List<string> faults = [];
        foreach (var language in Languages)
        {
            await visit.OpenAsync(PageTypes.In(language, path));
            faults.AddRange((await ReflowProbe.CutOffAsync(visit.Page)).Select(fault => $"{language} plain: {fault}"));
            await ReflowProbe.SpaceTextAsync(visit.Page);
            faults.AddRange((await ReflowProbe.CutOffAsync(visit.Page)).Select(fault => $"{language} spaced: {fault}"));
            await ReflowProbe.UnspaceTextAsync(visit.Page);
            foreach (var (width, height) in language == "nb" ? TargetWindows : [])
            {
                await visit.Page.SetViewportSizeAsync(width, height);
                faults.AddRange((await ReflowProbe.TooSmallAsync(visit.Page)).Select(fault => $"{width}: {fault}"));
            }

            await visit.Page.SetViewportSizeAsync(Phone, 640);
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
}
