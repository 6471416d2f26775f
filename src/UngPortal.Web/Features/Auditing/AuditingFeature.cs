using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Auditing;

public static class AuditingFeature
{
    public static void AddAuditing(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new StaffMenuEntry(900, "/admin/revisjon", "Auditing_Title", StaffRole.OrganisationAdmin, StaffRole.PlatformAdmin));
        builder.Services.AddScoped<AuditSearch>();
    }
}
