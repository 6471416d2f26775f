using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

[Collection(SiteCollection.Name)]
public sealed class ReadingTests(BrowserSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_MisspeltWord_LeadsToTheArticle(bool javaScript)
    {
        await using var visit = await site.VisitAsync(360, 740, javaScript);
        await visit.OpenAsync(PageTypes.Front);

        await visit.Page.Locator("#sok-hero").FillAsync("kjerlihetssorg");
        await visit.Page.Locator("#sok-hero").PressAsync("Enter");
        await visit.ArriveAsync("**/sok?q=*");
        await visit.Page.Locator(".result a").First.ClickAsync();

        await visit.ArriveAsync("**" + PageTypes.Article);
        Assert.Empty(await visit.CookiesAsync());
    }

    [Fact]
    public async Task Play_AVideo_ShowsItsCaptions()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(PageTypes.Video);

        var cues = await visit.Page.EvaluateAsync<int>("""
            async () => {
              const video = document.querySelector('video');
              video.textTracks[0].mode = 'showing';
              await video.play();
              const deadline = performance.now() + 20000;
              while (performance.now() < deadline && !(video.textTracks[0].cues?.length > 0 && video.currentTime > 0)) {
                await new Promise(done => setTimeout(done, 50));
              }

              video.pause();
              return video.currentTime > 0 ? video.textTracks[0].cues?.length ?? 0 : -1;
            }
            """);

        Assert.True(cues > 3, $"{cues} cues");
        Assert.Equal("captions", await visit.Page.EvaluateAsync<string>("() => document.querySelector('video').textTracks[0].kind"));
        await visit.Page.Locator("summary", new() { HasText = "Tekst" }).Or(visit.Page.Locator(".accordion summary")).First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".accordion__body")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_WithMistakes_KeepsTheTextAndGetsThrough(bool javaScript)
    {
        await using var visit = await site.VisitAsync(360, 740, javaScript);
        await visit.OpenAsync("/tilbakemelding?side=" + PageTypes.Article);
        await visit.Page.Locator("#Tekst").FillAsync("Jeg savnet noe om venner.");
        await visit.Page.Locator("main form.form button[type=submit]").ClickAsync();

        var summary = visit.Page.Locator(".error-summary");
        await Assertions.Expect(summary).ToBeVisibleAsync();
        if (javaScript)
        {
            await Assertions.Expect(summary).ToBeFocusedAsync();
        }

        Assert.Equal("Jeg savnet noe om venner.", await visit.Page.Locator("#Tekst").InputValueAsync());
        await summary.Locator("a").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#Svar-ja")).ToBeFocusedAsync();
        await visit.Page.Locator("label[for=Svar-nei]").ClickAsync();
        await visit.Page.Locator("main form.form button[type=submit]").ClickAsync();
        await visit.ArriveAsync("**/tilbakemelding/takk?side=*");
        await visit.Page.Locator("main .ds-button").First.ClickAsync();

        await visit.ArriveAsync("**" + PageTypes.Article);
    }

    [Fact]
    public async Task Read_FromFrontPageByTopic_ReachesAnArticleWithoutJavaScript()
    {
        await using var visit = await site.VisitAsync(360, 740, javaScript: false);
        await visit.OpenAsync(PageTypes.Front);

        await visit.Page.Locator(".topic-card a").First.ClickAsync();
        await visit.ArriveAsync("**/tema/*");
        await visit.Page.Locator("section[aria-labelledby=artikler] .card__title a").First.ClickAsync();
        await visit.ArriveAsync("**/artikler/*");
        await visit.Page.Locator(".btn-help").First.ClickAsync();

        await visit.ArriveAsync("**" + PageTypes.Help);
        await Assertions.Expect(visit.Page.Locator(".emergency a").First).ToHaveAttributeAsync("href", "tel:113");
    }
}
