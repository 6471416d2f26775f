namespace UngPortal.Platform;

/// <summary>Wires the machinery that knows no feature.</summary>
public static class PlatformWiring
{
    /// <summary>Registers the platform's services.</summary>
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRazorPages().WithRazorPagesRoot("/Features");
    }

    /// <summary>Builds the request pipeline.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        app.UseRouting();
        app.MapStaticAssets();
        app.MapRazorPages();
    }
}
