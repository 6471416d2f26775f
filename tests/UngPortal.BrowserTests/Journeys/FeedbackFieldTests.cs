using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

[Collection(SiteCollection.Name)]
public sealed class FeedbackFieldTests(BrowserSite site)
{
    [Fact]
    public async Task Write_UpToTheLimitAndBeyond_CountsAsTheServerDoes()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync("/tilbakemelding");
        var count = visit.Page.Locator("[data-left]");
        await Assertions.Expect(count).ToHaveTextAsync("300 tegn igjen");

        await visit.Page.Locator("textarea").FillAsync("Hei\n du ");
        await Assertions.Expect(count).ToHaveTextAsync("292 tegn igjen");
        await Assertions.Expect(visit.Page.Locator(".ds-field [role=status]")).ToHaveTextAsync("292 tegn igjen");
        await visit.Page.Locator("textarea").FillAsync(new string('å', 312));

        await Assertions.Expect(count).ToHaveTextAsync("12 tegn for mye");
    }

    [Fact]
    public async Task Open_WithoutJavaScript_SaysTheLimitAndCountsNothing()
    {
        await using var visit = await site.VisitAsync(javaScript: false);
        await visit.OpenAsync("/tilbakemelding");

        await Assertions.Expect(visit.Page.Locator("#Tekst-hint")).ToHaveTextAsync("Høyst 300 tegn.");
        await Assertions.Expect(visit.Page.Locator("[data-left]")).ToBeHiddenAsync();
    }
}
