using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Organisations;

public static class OrganisationsFeature
{
    private const int MenuPosition = 80;

    public static void AddOrganisations(this WebApplicationBuilder builder) => builder.Services.AddSingleton(
        new StaffMenuEntry(MenuPosition, "/admin/organisasjoner", "Org_Title", StaffRole.PortfolioManager, StaffRole.PlatformAdmin));
}
