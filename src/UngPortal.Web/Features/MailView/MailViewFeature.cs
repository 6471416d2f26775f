using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Platform.Access;

namespace UngPortal.Features.MailView;

public static class MailViewFeature
{
    /// <summary>Shows what the portal has mailed, in Development. Anywhere else its pages have no address.</summary>
    public static void AddMailView(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddSingleton(new StaffMenuEntry(980, "/admin/epost", "MailView_Title"));
        }
        else
        {
            builder.Services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddFolderRouteModelConvention("/MailView", page => page.Selectors.Clear()));
        }
    }
}
