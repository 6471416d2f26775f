using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests;

[Collection(SiteCollection.Name)]
public sealed class ScreenshotTests(BrowserSite site)
{
    private const string Variable = "UNGPORTAL_SCREENSHOTS";

    [AskedFor]
    public async Task Take_EachPageType_IntoTheFolder()
    {
        var folder = Directory.CreateDirectory(Environment.GetEnvironmentVariable(Variable)!).FullName;
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            foreach (var width in (int[])[360, 768, 1280])
            {
                await using var visit = await site.VisitAsync(width, width == 360 ? 740 : 900, scheme: scheme);
                foreach (var path in PageTypes.All)
                {
                    await visit.OpenAsync(path);
                    await Scroll.ThroughAsync(visit.Page);
                    await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");
                    await visit.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(folder, $"{NameOf(path)}-{width}-{scheme}.png") });
                }
            }
        }

        Assert.NotEmpty(Directory.EnumerateFiles(folder, "*.png"));
    }

    private static string NameOf(string path) => path == "/" ? "forside" : new string([.. path.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);

    /// <summary>A fact that is skipped unless a folder for the pictures is given.</summary>
    private sealed class AskedForAttribute : FactAttribute
    {
        public AskedForAttribute() => Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)) ? $"Set {Variable} to a folder to get pictures of every page." : null;
    }
}
