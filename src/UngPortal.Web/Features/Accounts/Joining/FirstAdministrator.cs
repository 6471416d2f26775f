using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts.Joining;

/// <summary>Prints the first administrator's link on the console, at each start until somebody has used it. Source: product/access.md, "First run".</summary>
internal sealed class FirstAdministrator(PortalDbContext db, Invitations invitations, IOptions<PublicAddress> site) : IStartupStep
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        if (await db.Staff.AnyAsync(cancellationToken))
        {
            return "staff: there";
        }

        var token = await invitations.MakeFirstAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"Set up the first administrator, once: {site.Value.Absolute($"/admin/oppsett/{token}")}");
        return "staff: nobody yet";
    }
}
