using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>What the journeys of imports do again and again.</summary>
internal static class ImportVisits
{
    public static Task PressAsync(this Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter");

    public static async Task ExpectNoViolationsAsync(this Visit visit)
    {
        await Axe.AddAsync(visit.Page);
        Assert.Empty(await Axe.ViolationsAsync(visit.Page));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), visit.Path);
    }
}
