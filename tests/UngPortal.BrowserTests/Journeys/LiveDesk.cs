using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>What tests look for on desk pages that stay open.</summary>
internal static class LiveDesk
{
    /// <summary>A role whose queue no other tests fill.</summary>
    public const string Role = "jurist";

    /// <summary>What a page says that is told by a socket.</summary>
    public const string On = "Oppdateres av seg selv";

    extension(Visit visit)
    {
        public ILocator LiveState => visit.Page.Locator("[data-live-state]");

        public async Task<string> BacklogAsync() => (await visit.Page.Locator("#i-ko").TextContentAsync())!.Trim();
    }
}
