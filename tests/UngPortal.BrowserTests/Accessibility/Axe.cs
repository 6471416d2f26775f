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
    /// <remarks>Contrast is read once: the rule of AAA leaves to that of AA what is too weak even for AA, unless it is told not to.</remarks>
    /// <param name="page">A page that has axe.</param>
    /// <param name="which">All of them, or those that the look asks for.</param>
    public static Task<string[]> ViolationsAsync(IPage page, AxeRules which = AxeRules.All) => page.EvaluateAsync<string[]>("""
        async which => {
          const isColour = rule => rule.startsWith('color-contrast');
          const wanted = rule => rule !== 'color-contrast' && (which === 'All' || isColour(rule) === (which === 'Colours'));
          const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, { enabled: !rule.tags.includes('deprecated') && wanted(rule.ruleId) }]));
          const contrastRatio = { normal: { expected: 7, minThreshold: 0 }, large: { expected: 4.5, minThreshold: 0 } };
          const result = await axe.run(document, { rules, checks: { 'color-contrast-enhanced': { options: { contrastRatio } } }, resultTypes: ['violations'], preload: false, selectors: true });
          const least = which === 'Colours' ? 1 : 16;
          const blind = result.passes.length >= least ? [] : [`only ${result.passes.length} rules had something to check`];
          return blind.concat(result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')} (${node.failureSummary.replace(/\s+/g, ' ').slice(0, 260)})`)));
        }
        """, which.ToString());
}
