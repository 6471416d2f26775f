using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Site;

/// <summary>The shipped site on Kestrel and one Chromium, shared by every test of a collection.</summary>
public sealed class BrowserSite : IAsyncLifetime
{
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string _host;
    private PortalApp? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private NeutralSite? _neutral;

    /// <summary>The site as other tests see it.</summary>
    public BrowserSite()
        : this("127.0.0.1")
    {
    }

    /// <summary>The site under another name: passkeys belong to a domain, never to an address.</summary>
    internal BrowserSite(string host) => _host = host;

    /// <summary>The running site's inside.</summary>
    public PortalApp App => _app!;

    /// <summary>Scheme, host and port, without a final slash.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>Where the exit leads.</summary>
    public string ExitTo => _neutral!.Address;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        _neutral = await NeutralSite.StartAsync();
        var port = FreePort();
        Origin = $"http://{_host}:{port}";
        _app = new PortalApp().With("Site:Origin", Origin).With("Site:SecureCookies", "false").With("Site:ExitTo", ExitTo);
        _app.UseKestrel(port);
        _app.StartServer();
        _app.Services.WaitForSearchIndex();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = await ChromiumFinder.FindAsync(_playwright),
            Args = Arguments,
        });
    }

    /// <summary>A fresh visitor: no cookies, no cache. Close it with the visit.</summary>
    public async Task<Visit> VisitAsync(int width = 1280, int height = 900, bool javaScript = true, ColorScheme scheme = ColorScheme.Light, bool watchesPolicy = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Origin,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "nb-NO",
        });
        context.SetDefaultTimeout(Visit.Patience);
        if (watchesPolicy)
        {
            await context.AddInitScriptAsync("window.policyViolations = []; document.addEventListener('securitypolicyviolation', event => window.policyViolations.push(event.violatedDirective + ' ' + event.blockedURI));");
        }

        return new Visit(this, context, await context.NewPageAsync());
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_neutral is not null)
        {
            await _neutral.DisposeAsync();
        }
    }

    /// <summary>Absolute addresses on the pages come from a setting, so the port must be known before the start.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
