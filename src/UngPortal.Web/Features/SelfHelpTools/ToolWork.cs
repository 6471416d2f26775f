using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>What waits for a person with the tools: reports, reviews that are due, halves to assess or review, and decisions.</summary>
public sealed class ToolWork(PortalDbContext db) : IMyWork
{
    private const int Most = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        var items = new List<WorkItem>();
        if (person.Is(ToolDesk.Editors))
        {
            items.AddRange((await db.Tools.Where(tool => db.Set<ToolReport>().Any(report => report.ToolId == tool.Id && report.HandledAt == null)).OrderBy(tool => tool.Name).Take(Most)
                .Select(tool => new { tool.Id, tool.Name }).ToListAsync(cancellationToken)).Select(tool => new WorkItem("Work_ToolReport", tool.Name, $"/admin/verktoy/{tool.Id}/meldinger")));
            items.AddRange((await db.Tools.Where(tool => tool.State == ToolState.ReviewDue).OrderBy(tool => tool.Name).Take(Most)
                .Select(tool => new { tool.Id, tool.Name, tool.BadgeUntil }).ToListAsync(cancellationToken)).Select(tool => new WorkItem("Work_ToolReview", tool.Name, $"/admin/verktoy/{tool.Id}", tool.BadgeUntil)));
        }

        if (person.Is(StaffRole.ToolAssessor))
        {
            items.AddRange(await HalvesAsync(person, cancellationToken));
        }

        if (person.Is(StaffRole.ChiefEditor))
        {
            items.AddRange((await db.Tools.Where(tool => tool.State == ToolState.PanelDecision).OrderBy(tool => tool.Name).Take(Most)
                .Select(tool => new { tool.Id, tool.Name }).ToListAsync(cancellationToken)).Select(tool => new WorkItem("Work_ToolDecision", tool.Name, $"/admin/verktoy/{tool.Id}/avgjorelse")));
        }

        return items;
    }

    private async Task<IEnumerable<WorkItem>> HalvesAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        var open = await db.Certifications.AsNoTracking().Include(one => one.Assessments).Where(one => one.Outcome == null).OrderBy(one => one.Id).Take(Most).ToListAsync(cancellationToken);
        var tools = open.ConvertAll(one => one.ToolId);
        var names = await db.Tools.Where(tool => tools.Contains(tool.Id) && tool.State == ToolState.Assessment).ToDictionaryAsync(tool => tool.Id, tool => tool.Name, cancellationToken);
        return from one in open
               where names.ContainsKey(one.ToolId)
               from part in Enum.GetValues<AssessmentPart>()
               let key = KeyOf(one, part, person.Id)
               where key is not null
               select new WorkItem(key, names[one.ToolId], $"/admin/verktoy/{one.ToolId}/vurdering/{AssessmentParts.WordOf(part)}{(key == "Work_ToolRead" ? "/les" : "")}");
    }

    private static string? KeyOf(Certification certification, AssessmentPart part, int staffId) => certification.Of(part) switch
    {
        null => certification.HasScored(staffId) ? null : "Work_ToolTake",
        { DoneAt: null } half => half.AssessorId == staffId ? "Work_ToolAssess" : null,
        { ReviewedAt: null } half => half.AssessorId == staffId ? null : "Work_ToolRead",
        _ => null,
    };
}
