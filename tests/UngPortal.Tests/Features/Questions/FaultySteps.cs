using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using UngPortal.Testing.Simulation;
using UngPortal.Tests.Features.Questions.Asking;

namespace UngPortal.Tests.Features.Questions;

/// <summary>Takes a step of the desk while the database fails at the first write, at the second, and so on.</summary>
internal static class FaultySteps
{
    public static readonly AnswerContent Content = new() { Greeting = "Hei!", Brief = "Ja.", Explanation = "Sov godt." };

    private const int MostWrites = 40;

    public static StaffIdentity Person(int id, params StaffRole[] roles) => SimulatedSite.Person(id, PortalApp.Start.UtcDateTime, roles);

    extension(FaultySite site)
    {
        /// <summary>Takes the step until no write fails, and holds that until then it changed nothing. Fewer failures than given mean that the step was not tried.</summary>
        public async Task FailAtEachWriteAsync(Func<Task> step, int fewestWrites)
        {
            var before = await site.RowsAsync();
            var failures = 0;
            for (; failures < MostWrites; failures++)
            {
                site.Writes.FailsAt = failures + 1;
                var isDone = await TryAsync(step);
                site.Writes.FailsAt = 0;
                if (isDone)
                {
                    break;
                }

                Assert.Equal(before, await site.RowsAsync());
            }

            Assert.InRange(failures, fewestWrites, MostWrites - 1);
            Assert.NotEqual(before, await site.RowsAsync());
        }

        public async Task InScopeAsync(Func<IServiceProvider, Task> work)
        {
            await using var scope = site.Services.CreateAsyncScope();
            await work(scope.ServiceProvider);
        }

        /// <summary>Does something with an opened question, and holds that it was done.</summary>
        public Task OpenAsync(Guid id, StaffIdentity person, Func<IServiceProvider, OpenedQuestion, Task<bool>> work) => site.InScopeAsync(async scope =>
        {
            using var opened = await scope.GetRequiredService<QuestionDesk>().OpenAsync(id, person, CancellationToken.None);
            Assert.True(await work(scope, opened!));
        });

        /// <summary>All that a step could leave behind.</summary>
        private Task<string> RowsAsync() => site.InDatabaseAsync(async db =>
        {
            var questions = await db.Questions.AsNoTracking().Include(one => one.Answer).Include(one => one.Topics).OrderBy(one => one.Id).ToListAsync();
            int[] counts =
            [
                await db.QuestionThreads.CountAsync(), await db.QuestionThreads.SumAsync(thread => thread.Version), await db.QuestionClaims.CountAsync(), await db.Experts.SumAsync(one => one.Answered), await db.PublishedAnswers.CountAsync(),
                await db.AnswerPlaces.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Subject.StartsWith("question:")), await db.Outbox.CountAsync(row => row.Kind == QuestionChanged.Kind || row.Kind == AnswerChanged.Kind), await db.Mails.CountAsync(),
            ];
            return string.Join('\n', questions.Select(one => $"{one.Id} {one.ThreadId} {one.HeadId} {one.JoinedCount} {one.State} {one.Severity} {one.DueAt} {one.Role} {one.Told} {one.ClaimedById} {one.Version} {one.SealedText?.Length} {one.Answer?.Version} {one.Answer?.SealedContent?.Length} {one.Topics.Count}")
                .Append(string.Join(' ', counts)));
        });
    }

    private static async Task<bool> TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (Exception problem) when (VisitorWrites.IsAway(problem))
        {
            return false;
        }
    }
}
