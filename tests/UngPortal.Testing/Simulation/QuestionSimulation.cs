using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;

namespace UngPortal.Testing.Simulation;

/// <summary>Days of the question desk on a clock that runs fast: everybody asks, sorts, answers and reads through the site's own services.</summary>
public sealed class QuestionSimulation(SimulatedSite site, SimulationPlan plan)
{
    private const int Readers = 12;
    private readonly SeededChance _chance = new(plan.Seed);
    private readonly SimulationLog _log = new();

    /// <summary>Runs it all. Returns what was found.</summary>
    public async Task<SimulationReport> RunAsync()
    {
        var sorter = await site.HireAsync(StaffVisits.OwnHouse, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer);
        var askers = new SimulatedAskers(site, plan, _chance, _log);
        var roles = await RolesAskedForAsync();
        var experts = new SimulatedExperts(site, _chance, _log, askers, await HireExpertsAsync(roles));
        var editors = new SimulatedEditors(site, _chance, _log, askers, sorter, await HireReadersAsync(), roles);
        var coordinator = new SimulatedCoordinator(site, _log, sorter);
        var steps = (int)(TimeSpan.FromDays(plan.Days + plan.DaysAfter) / plan.Step);
        for (var step = 1; step <= steps; step++)
        {
            site.Clock.Advance(plan.Step);
            var now = site.Clock.GetUtcNow().UtcDateTime;
            await askers.ActAsync(now, asksToo: step * plan.Step <= TimeSpan.FromDays(plan.Days));
            await TellAsync(now);
            await editors.ActAsync(now);
            await coordinator.ActAsync(now);
            await experts.ActAsync(now);
            if (now.TimeOfDay < plan.Step)
            {
                await site.RunAsync<QuestionRetention>();
                await site.Services.GetRequiredService<AuditSealer>().SealAsync(CancellationToken.None);
            }
        }

        await site.Services.GetRequiredService<AuditSealer>().SealAsync(CancellationToken.None);
        return await SimulationReport.OfAsync(site, plan, _log);
    }

    /// <summary>The site's alerts against what the simulation knows to be due.</summary>
    private async Task TellAsync(DateTime now)
    {
        var due = _log.Questions.Select(question => question.TellAt(now)).Where(stages => stages.Count > 0).ToList();
        due.SelectMany(stages => stages).ToList().ForEach(stage => _log.Due[stage] = _log.Due.GetValueOrDefault(stage) + 1);
        _log.Mailings += due.Count > 0 ? 1 : 0;
        var told = await site.Services.GetRequiredService<DeskAlerts>().RunAsync(CancellationToken.None);
        _log.Require(told == due.Count, $"{now:s}: {told} alerts went out, {due.Count} were due");
    }

    /// <summary>The roles that the topics lead to.</summary>
    private async Task<IReadOnlyList<string>> RolesAskedForAsync()
    {
        var roles = await site.Services.GetRequiredService<RoleList>().AllAsync(CancellationToken.None);
        return [.. SimulatedAskers.Topics.SelectMany(topic => new[] { RoleFor(topic, false), RoleFor(topic, true) }).OfType<string>().Except([DeskRows.Nurse]).Distinct()];

        string? RoleFor(string topic, bool isHard) => roles.Where(role => role.Key != AnsweringRole.YouthKey && role.Topics.Contains(topic) && (!isHard || role.TakesHardCases))
            .MinBy(role => Array.IndexOf(role.Topics, topic))?.Key;
    }

    /// <summary>All of them nurses, each with a third of the other roles.</summary>
    private async Task<IReadOnlyList<SimulatedExpert>> HireExpertsAsync(IReadOnlyList<string> roles)
    {
        var experts = new List<SimulatedExpert>();
        for (var i = 0; i < plan.Experts; i++)
        {
            var id = await site.ExpertAsync(StaffRole.Expert, isNew: i % 15 == 14, takesHard: i % 8 != 7, capacity: 10 + (i % 4 * 10), [DeskRows.Nurse, .. roles.Where((_, at) => (at + i) % 3 == 0).Take(Expert.MostRoles - 1)]);
            await LearnAsync(id, i % 5 == 0);
            experts.Add(new SimulatedExpert { Id = id, Role = StaffRole.Expert, From = 8 + (i % 11), Hours = 2 + (i % 3), WorksWeekends = i % 3 == 0 });
        }

        return experts;
    }

    /// <summary>Every third answers in Nynorsk too, and some are away for some days.</summary>
    private Task<int> LearnAsync(int id, bool isAway) => site.InDatabaseAsync(async db =>
    {
        var expert = await db.Experts.Include(one => one.Absences).SingleAsync(one => one.StaffId == id);
        expert.Describe(expert.Roles, id % 3 == 0 ? ["nb"] : ["nb", "nn"], expert.WeeklyCapacity, expert.TakesHardCases);
        if (isAway)
        {
            var from = OsloTime.DayOf(site.Clock.GetUtcNow().UtcDateTime).AddDays(_chance.Below(plan.Days));
            expert.BeAway(from, from.AddDays(_chance.Below(5)));
        }

        return await db.SaveChangesAsync();
    });

    private async Task<IReadOnlyList<int>> HireReadersAsync()
    {
        var readers = new List<int>();
        for (var i = 0; i < Readers; i++)
        {
            readers.Add(await site.HireAsync(StaffVisits.OwnHouse, StaffRole.ExpertReviewer));
        }

        return readers;
    }
}
