using Microsoft.Playwright;

namespace UngPortal.BrowserTests.Accessibility;

/// <summary>Finds what sticks out or is cut off, and what is too small to hit.</summary>
internal static class ReflowProbe
{
    /// <summary>The text spacing of WCAG 1.4.12. A constructed sheet, since the policy lets no inline style in.</summary>
    public static async Task SpaceTextAsync(IPage page) => await page.EvaluateAsync("""
        () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
          document.adoptedStyleSheets = [sheet];
        }
        """);

    /// <summary>Takes the text spacing away again.</summary>
    public static async Task UnspaceTextAsync(IPage page) => await page.EvaluateAsync("() => { document.adoptedStyleSheets = []; }");

    /// <summary>Letters twice as large, as a visitor's own setting makes them; media queries see it too.</summary>
    public static async Task DoubleTextAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Page.setFontSizes", new Dictionary<string, object> { ["fontSizes"] = new Dictionary<string, object> { ["standard"] = 32 } });
    }

    /// <summary>Sideways scrolling, and every text that leaves the window or is cut off by what it stands in.</summary>
    public static Task<string[]> CutOffAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => {
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > innerWidth) {
            faults.push(`the page is ${root.scrollWidth} wide in a window of ${innerWidth}`);
          }

          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (!node.data.trim() || parent.closest('.sr-only, .skip, script, option, [hidden]') || !parent.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) || getComputedStyle(parent).clipPath === 'inset(50%)') {
              continue;
            }

            const range = document.createRange();
            range.selectNodeContents(node);
            const boxes = [...range.getClientRects()];
            const name = `"${node.data.trim().slice(0, 50)}" in ${parent.tagName.toLowerCase()}.${parent.className}`;
            if (!parent.closest('.table, .staff-scroll') && boxes.some(box => box.left < -1 || box.right > innerWidth + 1)) {
              faults.push(`outside the window: ${name}`);
            }

            for (let around = parent; around !== document.body; around = around.parentElement) {
              const style = getComputedStyle(around);
              if (['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY)) {
                const frame = around.getBoundingClientRect();
                if (boxes.some(box => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2)) {
                  faults.push(`cut off by .${around.className}: ${name}`);
                }
              }
            }
          }

          return faults;
        }
        """);

    /// <summary>Buttons, fields and links that stand by themselves and are under 44 px high or wide; links in running text may be smaller.</summary>
    public static Task<string[]> TooSmallAsync(IPage page) => page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('nav a, .chip, .ds-button, button, summary, .langs a, .pager a, .foot a, .logo, .menu__settings, .more, .card__title a, .emergency a, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])')]
          .filter(e => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) && !e.closest('.sr-only'))
          .map(e => [e, (e.closest('.card') ?? e).getBoundingClientRect()])
          .filter(([, box]) => box.width < 44 || box.height < 44)
          .map(([e, box]) => `${e.tagName.toLowerCase()}.${e.className} "${(e.innerText || e.id).trim().slice(0, 40)}" is ${Math.round(box.width)} × ${Math.round(box.height)}`)
        """);
}
