using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Triage;
using UngPortal.Kernel;

namespace UngPortal.Testing.Simulation;

/// <summary>Goes through what waits long each morning: what fits nobody who answers today goes to a nurse, and what its asker says no more about is answered as it is.</summary>
internal sealed class SimulatedCoordinator(SimulatedSite site, SimulationLog log, int sorter)
{
    private const int At = 8;
    private DateOnly _last;

    public async Task ActAsync(DateTime now)
    {
        var today = OsloTime.DayOf(now);
        if (today == _last || Instant.FromDateTimeUtc(now).InZone(OsloTime.Zone).Hour < At)
        {
            return;
        }

        _last = today;
        // The list shows the most urgent ones only: what is sorted anew makes room for the next.
        while (await StuckAsync() is { Count: > 0 } stuck)
        {
            foreach (var row in stuck)
            {
                await SortAnewAsync(row.Id, now);
            }
        }
    }

    private async Task<List<DeskRow>> StuckAsync()
    {
        var waiting = await site.WithAsync<LongWaiting, IReadOnlyList<DeskRow>>(list => list.ReadAsync(CancellationToken.None));
        return [.. waiting.Where(row => row.State == QuestionState.NeedsMore || (row.FitsNobody && row.Role != DeskRows.Nurse))];
    }

    private async Task SortAnewAsync(Guid id, DateTime now)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (desk, triaging) = (scope.ServiceProvider.GetRequiredService<QuestionDesk>(), scope.ServiceProvider.GetRequiredService<Triaging>());
        var person = SimulatedSite.Person(sorter, now, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer);
        using var opened = await desk.OpenAsync(id, person, CancellationToken.None) ?? throw new InvalidOperationException("What waits long can be opened.");
        var form = await triaging.SuggestAsync(opened, CancellationToken.None);
        (form.Alvor, form.Rolle) = (log.Of(id).Severity, DeskRows.Nurse);
        log.Require(await triaging.ConfirmAsync(opened, form, person, CancellationToken.None), $"{id} could not be sorted anew");
        log.Of(id).TakeBack();
    }
}
