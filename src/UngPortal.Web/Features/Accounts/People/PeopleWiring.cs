using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Accounts.People;

/// <summary>Registers the pages where administrators look after people, and the night's watch over unused access.</summary>
internal static class PeopleWiring
{
    private const int MenuPosition = 81;

    public static void AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PeopleReach>();
        builder.Services.AddScoped<PersonReader>();
        builder.Services.AddScoped<RoleChanges>();
        builder.Services.AddSingleton(
            new StaffMenuEntry(MenuPosition, "/admin/folk", "People_Title", StaffRole.OrganisationAdmin, StaffRole.PortfolioManager, StaffRole.PlatformAdmin));
        builder.Services.AddNightlyJob<UnusedAccess>(hour: 2, minute: 40);
    }
}
