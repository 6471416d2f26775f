using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Triage;
using UngPortal.Kernel;

namespace UngPortal.Testing.Simulation;

/// <summary>Those who sort and those who read a second time: early to late, two minutes for each.</summary>
internal sealed class SimulatedEditors(SimulatedSite site, SeededChance chance, SimulationLog log, SimulatedAskers askers, int sorter, IReadOnlyList<int> readers, IReadOnlyList<string> roles)
{
    private const int From = 7;
    private const int Until = 23;
    private const int SortedAtOnce = 12;
    private const int ReadAtOnce = 6;
    private const double SendsBack = 0.04;
    private const double Holds = 0.1;
    private const double Declines = 0.02;

    public async Task ActAsync(DateTime now)
    {
        if (Instant.FromDateTimeUtc(now).InZone(OsloTime.Zone).Hour is < From or >= Until)
        {
            return;
        }

        for (var sorted = 0; sorted < SortedAtOnce && await SortNextAsync(now); sorted++)
        {
        }

        var held = await ListAsync(QuestionState.SafeguardingHold, _ => true);
        foreach (var id in held)
        {
            await SortAsync(id, now);
        }

        var reader = chance.Of(readers);
        foreach (var id in (await ListAsync(QuestionState.InReview, author => author != reader)).Take(ReadAtOnce))
        {
            await ReadAsync(id, reader, now);
        }
    }

    private async Task<bool> SortNextAsync(DateTime now)
    {
        if (await site.WithAsync<Triaging, Guid?>(triaging => triaging.NextAsync(null, CancellationToken.None)) is not { } id)
        {
            return false;
        }

        await SortAsync(id, now);
        return true;
    }

    private async Task SortAsync(Guid id, DateTime now)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (desk, triaging) = (scope.ServiceProvider.GetRequiredService<QuestionDesk>(), scope.ServiceProvider.GetRequiredService<Triaging>());
        var person = SimulatedSite.Person(sorter, now, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer);
        using var opened = await desk.OpenAsync(id, person, CancellationToken.None) ?? throw new InvalidOperationException("What is next to sort can be opened.");
        var question = log.Of(id);
        question.SeenAt ??= now;
        if (question.True == Severity.Red && opened.Question.State == QuestionState.Received && chance.In(Holds))
        {
            log.Require(await desk.DoAsync(opened.Question, person, "question-held", one => one.HoldForSafeguarding(desk.Now), CancellationToken.None), $"{id} could not be held");
            return;
        }

        if (question.True == Severity.Green && chance.In(Declines))
        {
            question.IsEnded = await desk.DoAsync(opened.Question, person, "question-declined", one => one.Decline(DeclineReason.NotAQuestion, desk.Now), CancellationToken.None, $"{DeclineReason.NotAQuestion}");
            log.Require(question.IsEnded, $"{id} could not be declined");
            return;
        }

        var form = await triaging.SuggestAsync(opened, CancellationToken.None);
        (form.Alvor, form.Rolle) = (question.True, form.Rolle is { } role && roles.Contains(role) ? role : DeskRows.Nurse);
        question.Severity = question.True;
        log.Require(await triaging.ConfirmAsync(opened, form, person, CancellationToken.None), $"{id} could not be sorted");
    }

    private async Task ReadAsync(Guid id, int reader, DateTime now)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<QuestionDesk>();
        var person = SimulatedSite.Person(reader, now, StaffRole.ExpertReviewer);
        using var opened = await desk.OpenAsync(id, person, CancellationToken.None);
        if (opened is null || !DeskAccess.MayReview(opened.Question, person))
        {
            return; // The reader has written in it.
        }

        if (chance.In(SendsBack))
        {
            log.SentBack++;
            await desk.DoAsync(opened.Question, person, "question-sent-back", one => one.SendBack(person.Id, opened.Texts.SealReviewNote(id, "Skriv litt enklere."), desk.Now), CancellationToken.None);
            return;
        }

        log.Require(await scope.ServiceProvider.GetRequiredService<AnswerSending>().ApproveAsync(opened, person, CancellationToken.None), $"{id} could not be approved");
        log.Of(id).AnsweredAt = now;
        askers.Hear(log.Of(id), isAnswer: true, now);
    }

    private Task<List<Guid>> ListAsync(QuestionState state, Func<int, bool> isAuthor) => site.InDatabaseAsync(async db =>
    {
        var rows = await db.Questions.Where(question => question.State == state).OrderBy(question => question.Urgency).ThenBy(question => question.DueAt).Select(question => new { question.Id, Author = question.Answer == null ? 0 : question.Answer.AuthorId }).ToListAsync();
        return rows.Where(row => isAuthor(row.Author)).Select(row => row.Id).ToList();
    });
}
