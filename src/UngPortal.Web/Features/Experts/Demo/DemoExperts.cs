using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts.Editing;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Experts.Demo;

/// <summary>Gives the invented people who answer a profile, so that the desk can be tried at once. In Development only.</summary>
internal sealed class DemoExperts(PortalDbContext db) : IStartupStep
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var roles = await db.AnsweringRoles.Where(role => role.Key != AnsweringRole.YouthKey).OrderBy(role => role.Position).Select(role => role.Key).ToListAsync(cancellationToken);
        var seats = await db.Set<Membership>().Where(seat => seat.EndedAt == null && ExpertRoom.Answerers.Contains(seat.Role)).Select(seat => new { seat.StaffId, seat.Role }).ToListAsync(cancellationToken);
        var known = await db.Experts.Select(expert => expert.StaffId).ToListAsync(cancellationToken);
        if (roles.Count == 0)
        {
            return "demo experts: 0";
        }

        foreach (var (seat, at) in seats.Where(seat => !known.Contains(seat.StaffId)).DistinctBy(seat => seat.StaffId).Select((seat, at) => (seat, at)))
        {
            string[] own = seat.Role == StaffRole.YouthAnswerer ? [AnsweringRole.YouthKey] : [.. roles.Skip(at * Expert.MostRoles % roles.Count).Take(Expert.MostRoles)];
            db.Experts.Add(new Expert { StaffId = seat.StaffId }).Entity.Describe(own, ["nb", "nn", "en"], weeklyCapacity: 0, takesHardCases: true);
        }

        await db.SaveChangesAsync(cancellationToken);
        return $"demo experts: {seats.DistinctBy(seat => seat.StaffId).Count()}";
    }
}
