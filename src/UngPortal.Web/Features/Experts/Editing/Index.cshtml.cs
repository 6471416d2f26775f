using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Experts.Editing;

/// <summary>Everybody who may answer, with what their profile says.</summary>
[ForRoles(StaffRole.ChiefEditor, StaffRole.OrganisationAdmin)]
public sealed class IndexModel(PortalDbContext db, ExpertRoom room, RoleList roles) : PageModel
{
    private const int Most = 500;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyDictionary<string, AnsweringRole> Roles { get; private set; } = new Dictionary<string, AnsweringRole>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Roles = (await roles.AllAsync(cancellationToken)).ToDictionary(role => role.Key, StringComparer.Ordinal);
        var people = await room.PeopleOf(HttpContext.Staff).OrderBy(member => member.DisplayName).Take(Most).Select(member => new { member.Id, member.DisplayName }).ToListAsync(cancellationToken);
        var ids = people.ConvertAll(member => member.Id);
        var profiles = await db.Experts.AsNoTracking().Where(expert => ids.Contains(expert.StaffId)).ToDictionaryAsync(expert => expert.StaffId, cancellationToken);
        Rows = [.. people.Select(member => new Row(member.Id, member.DisplayName, profiles.GetValueOrDefault(member.Id)))];
    }

    public sealed record Row(int Id, string Name, Expert? Profile);
}
