using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;

namespace UngPortal.BrowserTests.Accessibility;

/// <summary>The page of an answer, whose address no list of page types can hold, since its number is drawn.</summary>
[Collection(SiteCollection.Name)]
public sealed class AnswerAxeTests(BrowserSite site)
{
    [Theory]
    [InlineData("nb", Sensitivity.Crisis, "nb")]
    [InlineData("nb", Sensitivity.None, "en")]
    [InlineData("en", Sensitivity.None, "nn")]
    public async Task Check_AnAnswer_HasNoViolation(string written, Sensitivity sensitivity, string read)
    {
        var answer = await site.App.InDatabaseAsync(db => db.PublishedAnswers.AsNoTracking().Where(one => one.Language == written && one.Sensitivity == sensitivity).OrderBy(one => one.Id).FirstAsync());
        var faults = new List<string>();
        await using var visit = await site.VisitAsync(width: 320);
        await visit.OpenAsync(PageTypes.In(read, answer.Path));
        await Axe.AddAsync(visit.Page);
        foreach (var (width, scheme) in new[] { (320, ColorScheme.Light), (320, ColorScheme.Dark), (1280, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            faults.AddRange((await Axe.ViolationsAsync(visit.Page, scheme == ColorScheme.Light ? AxeRules.All : AxeRules.Colours)).Select(fault => $"{fault} [{width} {scheme}]"));
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{width}: something is too wide");
        }

        Faults.None(faults);
    }
}
