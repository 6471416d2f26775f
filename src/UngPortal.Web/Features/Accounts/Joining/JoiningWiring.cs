using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts.Joining;

/// <summary>Registers how people get an account; the printed link is for real portals, where no demo people are.</summary>
internal static class JoiningWiring
{
    public static void AddJoining(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Enrolment>().AddScoped<FirstHouse>();
        if (!builder.Environment.IsDevelopment())
        {
            builder.Services.AddScoped<IStartupStep, FirstAdministrator>();
        }
    }
}
