using UngPortal.BrowserTests.Site;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Markup;

/// <summary>The description of the open interface, read by somebody else than who wrote it.</summary>
public sealed class DescriptionLintTests
{
    [Fact]
    public async Task Lint_TheDescription_FindsNothing()
    {
        using var app = new PortalApp().With("Site:Origin", "https://ungportal.no").WithoutWorkers();
        using var visitor = app.CreateVisitor();

        Faults.None(await OpenApiLint.FaultsAsync(await visitor.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative))));
    }

    [Fact]
    public async Task Lint_OnWhatIsWrong_Complains()
    {
        var faults = await OpenApiLint.FaultsAsync("""{"openapi":"3.1.1","info":{"title":"x"},"servers":[{"url":"https://ungportal.no"}],"paths":{"/a":{"get":{"responses":{"200":{}}}}}}""");

        Assert.Contains(faults, fault => fault.StartsWith("struct #/info", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("security-defined", StringComparison.Ordinal));
    }
}
