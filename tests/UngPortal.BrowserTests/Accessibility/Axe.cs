using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace UngPortal.BrowserTests.Accessibility;

/// <summary>Runs axe in a page that stays open, so that one load serves several sizes and colour schemes.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Puts axe into the page, once after each load, and not before its styles are there.</summary>
    public static async Task AddAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        await page.EvaluateAsync(Script);
    }

    /// <summary>Puts axe into every page that the window will open: for a window that opens several.</summary>
    public static Task AddAsync(IBrowserContext window) => window.AddInitScriptAsync(Script);

    /// <summary>Every rule axe has except deprecated ones: WCAG A, AA and AAA, best practice and experiments. Returns "rule: element (why)" for each fault, and one more when hardly any rule found something to check: then axe looked at nothing.</summary>
    /// <param name="page">A page that has axe.</param>
    /// <param name="readsColours">False where the system paints in its own colours, which axe does not see.</param>
    public static Task<string[]> ViolationsAsync(IPage page, bool readsColours = true) => page.EvaluateAsync<string[]>("""
        async readsColours => {
          const rules = Object.fromEntries(axe.getRules().filter(rule => !rule.tags.includes('deprecated'))
            .map(rule => [rule.ruleId, { enabled: readsColours || !rule.ruleId.startsWith('color-contrast') }]));
          const result = await axe.run(document, { rules, resultTypes: ['violations'], preload: false, selectors: true });
          const blind = result.passes.length > 15 ? [] : [`only ${result.passes.length} rules had something to check`];
          return blind.concat(result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')} (${node.failureSummary.replace(/\s+/g, ' ').slice(0, 260)})`)));
        }
        """, readsColours);
}
