using UngPortal.Features.Experts.Demo;
using UngPortal.Features.Experts.Editing;
using UngPortal.Features.Experts.Importing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Experts;

public static class ExpertsFeature
{
    public static void AddExperts(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IContentImport, RoleImport>();
        builder.Services.AddScoped<ExpertRoom>();
        builder.Services.AddSingleton<RoleList>();
        builder.Services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<RoleList>());
        builder.Services.AddSingleton(new StaffMenuEntry(6, "/admin/svarere", "Experts_Menu", StaffRole.ChiefEditor, StaffRole.OrganisationAdmin));
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddScoped<IStartupStep, DemoExperts>();
        }
    }
}
