using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts.Demo;

/// <summary>Registers the demo people and their sign-in list, in Development only.</summary>
internal static class DemoWiring
{
    public static void AddDemoPeople(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddScoped<IStartupStep, DemoPeople>();
            builder.Services.AddSingleton<DemoSignIns>();
        }
    }
}
