using Microsoft.Playwright;

namespace UngPortal.BrowserTests.Site;

/// <summary>Reads a page to its end.</summary>
internal static class Scroll
{
    /// <summary>Scrolls down in steps, so that lazy pictures are asked for, and waits until they have come. One that this width hides never comes.</summary>
    public static async Task ThroughAsync(IPage page) => await page.EvaluateAsync("""
        async () => {
          for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
            scrollTo(0, y);
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          }

          await document.fonts.ready;
          await Promise.all([...document.images].map(image => image.complete || !image.checkVisibility() ? null : new Promise(done => { image.onload = image.onerror = done; })));
        }
        """);
}
