namespace UngPortal.Platform.Security;

/// <summary>Places the headers outside everything, also outside the host filter that the web host adds by itself.</summary>
internal sealed class SecurityHeadersFirst : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseMiddleware<SecurityHeaders>();
        next(app);
    };
}
