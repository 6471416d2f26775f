using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Markup;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Accessibility;

/// <summary>Every staff page: axe, reflow and size of targets, in three languages, on a phone and at a desk, light, dark and forced colours; valid HTML, and a quiet console.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class StaffAxeTests(BrowserSite site)
{
    /// <summary>Each language with every rule, and both widths with every rule: what a phone and a desk have told of the one language, they share out for the others.</summary>
    private static readonly (string Language, AxeRules Phone, AxeRules Desk)[] Looks =
    [
        ("nb", AxeRules.All, AxeRules.All), ("nn", AxeRules.Structure, AxeRules.Colours), ("en", AxeRules.Colours, AxeRules.Structure),
    ];

    [Theory]
    [MemberData(nameof(StaffPages.Rows), MemberType = typeof(StaffPages))]
    public async Task Check_EachStaffPage_HasNoFault(string route)
    {
        var faults = new List<string>();
        var (visit, path) = await StaffPages.OpenAsync(site, route, width: 320);
        await using var _ = visit;
        await Axe.AddAsync(visit.Context);
        var console = new List<string>();
        visit.Page.Console += (_, message) => console.AddRange(message.Type is "error" or "warning" && !IsAboutAnAnswer(message.Text) ? [$"{message.Type}: {message.Text}"] : Array.Empty<string>());
        var markup = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, phone, desk) in Looks)
        {
            await visit.Page.SetViewportSizeAsync(320, 800);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.None });
            var answer = await visit.OpenAsync(PageTypes.In(language, path));
            markup[$"{language} {route}"] = await answer.TextAsync();
            Add(faults, $"{language} 320 light", await Axe.ViolationsAsync(visit.Page, phone));
            Add(faults, $"{language} 320", await ReflowProbe.CutOffAsync(visit.Page));
            Add(faults, $"{language} 320", await ReflowProbe.TooSmallAsync(visit.Page));

            await visit.Page.SetViewportSizeAsync(1280, 900);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            Add(faults, $"{language} 1280 dark", await Axe.ViolationsAsync(visit.Page, desk));
            Add(faults, $"{language} 1280", await ReflowProbe.CutOffAsync(visit.Page));
        }

        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        Add(faults, "forced colours", await Axe.ViolationsAsync(visit.Page, AxeRules.Structure));
        Add(faults, "console", console);
        Add(faults, "markup", await HtmlValidate.FaultsAsync(markup));
        Faults.None(faults);
    }

    [Fact]
    public async Task Pages_LookedAt_AreAllThatTheSiteHas()
    {
        var loader = site.App.Services.GetRequiredService<PageLoader>();
        var routes = new List<string>();
        foreach (var endpoint in site.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if ((route == "/admin" || route.StartsWith("/admin/", StringComparison.Ordinal)) && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var methods = (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Select(handler => handler.HttpMethod).ToList();
                routes.AddRange(methods.Count == 0 || methods.Contains("Get", StringComparer.OrdinalIgnoreCase) ? [route] : []);
            }
        }

        Assert.Equal(StaffPages.Inside.Concat(StaffPages.Outside).Concat(StaffPages.Passing).Order(StringComparer.Ordinal), routes.Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Some addresses here lead nowhere on purpose, and the rows' pictures were never stored.</summary>
    private static bool IsAboutAnAnswer(string message) => message.StartsWith("Failed to load resource", StringComparison.Ordinal);

    private static void Add(List<string> faults, string where, IEnumerable<string> found) => faults.AddRange(found.Select(fault => $"{where}: {fault}"));
}
