using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using UngPortal.Platform.Sealing;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>The site with a feature that seals letters, and all that it logs.</summary>
internal sealed class LetterSite : PortalApp
{
    private readonly LetterBox _box;

    public LetterSite(LetterBox box, Dictionary<string, string?> settings)
    {
        _box = box;
        With("Serilog:MinimumLevel", "Verbose");
        foreach (var (key, value) in settings)
        {
            With(key, value);
        }
    }

    public CapturedLog Log { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<ILogEventSink>(Log);
            services.AddScoped(_ => _box.Open());
            services.AddScoped<ISealedRecords>(provider => new SealedLetters(provider.GetRequiredService<LetterContext>()));
        });
    }
}
