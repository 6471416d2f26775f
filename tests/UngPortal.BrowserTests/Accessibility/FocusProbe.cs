using Microsoft.Playwright;

namespace UngPortal.BrowserTests.Accessibility;

/// <summary>What a keyboard user sees of the element with the focus.</summary>
internal sealed record FocusProbe
{
    /// <summary>Its id, or its class, or its text.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its link, without host.</summary>
    public string Href { get; init; } = "";

    /// <summary>Whether an outline is drawn around it or the card it belongs to.</summary>
    public bool IsOutlined { get; init; }

    /// <summary>What lies on top of its middle instead of it; empty when nothing does.</summary>
    public string CoveredBy { get; init; } = "";

    public bool IsBody { get; init; }

    public static Task<FocusProbe> ReadAsync(IPage page) => page.EvaluateAsync<FocusProbe>("""
        () => {
          const e = document.activeElement;
          const name = e.id ? '#' + e.id : `${e.tagName.toLowerCase()}.${e.className} "${(e.innerText || '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
          const outlined = node => { const style = getComputedStyle(node); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; };
          const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
          const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
          const own = top && (e.contains(top) || top.contains(e) && top.closest('.quick, .top') === e.closest('.quick, .top'));
          return {
            name, href: e.getAttribute('href') ?? '', isBody: e === document.body,
            isOutlined: outlined(e) || [e.closest('.card'), e.closest('.chip'), e.closest('.ds-field')].some(around => around && outlined(around)),
            coveredBy: own ? '' : top ? `${top.tagName.toLowerCase()}.${top.className}` : 'the edge of the window',
          };
        }
        """);
}
