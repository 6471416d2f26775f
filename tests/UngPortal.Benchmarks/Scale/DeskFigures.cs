using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers.Reviewing;
using UngPortal.Features.Experts;
using UngPortal.Features.Organisations;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Features.Questions.Triage;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Benchmarks.Scale;

/// <summary>Every list of the desk: as signed-in requests, and its queries by themselves.</summary>
internal sealed class DeskFigures(FilledSite site)
{
    private const double Bar = 100;
    private const string StillRightPath = UngPortal.Features.Answers.Reviewing.IndexModel.Path;
    private static readonly TimeSpan RetentionLooked = TimeSpan.FromSeconds(15);
    private static readonly StaffRole[] Roles = [StaffRole.ExpertReviewer, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer, StaffRole.ChiefEditor];

    public async Task RunAsync()
    {
        var person = await PersonAsync();
        using var client = await site.SignInAsync(person);
        Stopwatches.Head("the desk: pages as signed-in requests");
        await PageAsync(client, "the desk's home, all its lists", "/admin/sporsmal");
        await PageAsync(client, "the staff's home", "/admin");
        await PageAsync(client, "triage: the next question and what it seems to be", "/admin/sporsmal/sortering");
        await PageAsync(client, "a second reader's page", $"/admin/sporsmal/{await IdAsync(QuestionState.InReview)}/les");
        await PageAsync(client, "still right? the queue", StillRightPath);

        Stopwatches.Head("the desk: queries");
        await WithAsync<PortalDbContext>("counts by state", db => DeskCounts.OfAsync(db, CancellationToken.None));
        await WithAsync<Triaging>("the next to sort", triaging => triaging.NextAsync(null, CancellationToken.None));
        await WithAsync<LongWaiting>("what waits long or fits nobody", waiting => waiting.ReadAsync(CancellationToken.None));
        await WithAsync<ReviewQueue>("still right?", queue => queue.ReadAsync(CancellationToken.None));
        await WithAsync<AskingCapacity>("whether a busy topic pauses", capacity => capacity.IsPausedAsync("vennskap", CancellationToken.None));
        await WithAsync<IServiceScopeFactory>("waiting times of the last week", scopes => new WaitingTimes(scopes, site.Clock).OfLatelyAsync(CancellationToken.None));
        await WithAsync<DeskAlerts>("alerts, nothing new", alerts => alerts.RunAsync(CancellationToken.None));
        await TakeAsync();
        await RetentionAsync();
    }

    private static async Task PageAsync(HttpClient client, string what, string path) => await Stopwatches.MeasureAsync(
        what,
        async _ =>
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            response.EnsureSuccessStatusCode();
        },
        Bar);

    private Task WithAsync<T>(string what, Func<T, Task> work)
        where T : notnull => Stopwatches.MeasureAsync(
        what,
        async _ =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<T>());
        },
        Bar);

    /// <summary>"Ta neste spørsmål" with its commit, by experts who have nothing in hand; what they took goes back.</summary>
    private async Task TakeAsync()
    {
        var free = await site.InDatabaseAsync(db => db.Experts.Where(expert => !db.Set<Question>().Any(question => question.ClaimedById == expert.StaffId)).Select(expert => expert.StaffId).Take(Stopwatches.Times + 3).ToListAsync());
        var taken = new List<(QuestionQueue.Outcome Outcome, Guid? Id)>();
        await Stopwatches.MeasureAsync("\"Ta neste spørsmål\", committed", async i => taken.Add(await site.TakeNextAsync(free[i], breakIsNoted: true)), Bar, free.Count - 3);
        foreach (var id in taken.Where(one => one.Outcome == QuestionQueue.Outcome.Taken).Select(one => one.Id!.Value))
        {
            await site.ChangeAsync(id, question => question.LetGo());
        }

        Console.WriteLine($"  {taken.Count(one => one.Outcome == QuestionQueue.Outcome.Taken)} of {taken.Count} got one: {string.Join(", ", taken.GroupBy(one => one.Outcome).Select(group => $"{group.Key} {group.Count()}"))}");
    }

    /// <summary>A million threads that should be gone, for some seconds; then all is as before.</summary>
    private async Task RetentionAsync()
    {
        var (deleted, took) = (0, TimeSpan.Zero);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        try
        {
            await db.InTransactionAsync<int>(
                async _ =>
                {
                    using var limit = new CancellationTokenSource(RetentionLooked);
                    var began = Stopwatch.GetTimestamp();
                    try
                    {
                        await scope.ServiceProvider.GetRequiredService<QuestionRetention>().RunAsync(limit.Token);
                    }
                    catch (OperationCanceledException)
                    {
                        // Long enough to know.
                    }

                    took = Stopwatch.GetElapsedTime(began);

                    deleted = await db.AuditEntries.CountAsync(entry => entry.Action == "question-deleted", CancellationToken.None);
                    throw new EnoughException();
                },
                CancellationToken.None);
        }
        catch (EnoughException)
        {
            Console.WriteLine($"  retention: {deleted} questions deleted in {took.TotalSeconds:0} s, rolled back");
        }
    }

    private Task<Guid> IdAsync(QuestionState state) => site.InDatabaseAsync(db => db.Questions.Where(question => question.State == state).Select(question => question.Id).FirstAsync());

    /// <summary>Somebody who sees all lists, the same on each run.</summary>
    private Task<int> PersonAsync() => site.InDatabaseAsync(async db =>
    {
        var first = await db.Memberships.OrderBy(seat => seat.Id).FirstAsync();
        var held = await db.Memberships.Where(seat => seat.StaffId == first.StaffId).Select(seat => seat.Role).ToListAsync();
        db.Memberships.AddRange(Roles.Except(held).Select(role => new Membership { StaffId = first.StaffId, OrganisationId = first.OrganisationId, Role = role, GrantedAt = first.GrantedAt, GrantedById = null }));
        await db.SaveChangesAsync();
        return first.StaffId;
    });

    private sealed class EnoughException : Exception;
}
