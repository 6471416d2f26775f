using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Serilog.Core;
using UngPortal.Testing;
using UngPortal.Tests.Platform;

namespace UngPortal.Tests.Features.Shared;

/// <summary>The privacy page says who answers for the data, and how long the log is kept.</summary>
public sealed class ShownSettingsTests
{
    [Fact]
    public async Task Get_PrivacyPageWithSettings_ShowsThem()
    {
        using var app = new LoggedSite();
        app.With("Controller:Name", "Fylket <b>").With("Controller:Contact", "personvern@fylket.no").With("Controller:LogRetentionDays", "30");

        var page = await app.GetPageAsync("/personvern");

        Assert.Contains("Navn: Fylket <b>", page.TextsOf(".prose li"));
        Assert.Equal("personvern@fylket.no", page.TextOf(".prose a[href='mailto:personvern@fylket.no']"));
        Assert.Equal(["Loggen", "30 dager"], page.TextsOf(".prose tr:last-child td").TakeLast(2));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Controller__", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "ikke oppgitt ennå.", "ikke bestemt ennå")]
    [InlineData("/nn", "ikkje oppgitt enno.", "ikkje bestemt enno")]
    [InlineData("/en", "not given yet.", "not decided yet")]
    public async Task Get_PrivacyPageWithoutSettings_SaysSoAndWarns(string language, string contact, string days)
    {
        using var app = new LoggedSite();

        var page = await app.GetPageAsync(language + "/personvern");

        Assert.Contains(page.TextsOf(".prose li"), item => item.EndsWith(": " + contact, StringComparison.Ordinal));
        Assert.Equal(days, page.TextsOf(".prose tr:last-child td")[^1]);
        Assert.Contains(app.Log.Lines, line => line.Contains("Controller__Name, Controller__Contact, Controller__LogRetentionDays", StringComparison.Ordinal));
    }

    [Fact]
    public void Start_ForNoDays_IsRefused()
    {
        using var app = new PortalApp().With("Controller:LogRetentionDays", "0");

        Assert.Throws<OptionsValidationException>(app.CreateVisitor);
    }

    private sealed class LoggedSite : PortalApp
    {
        public LoggedSite() => With("Serilog:MinimumLevel", "Warning");

        public CapturedLog Log { get; } = new();

        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<ILogEventSink>(Log));
        }
    }
}
