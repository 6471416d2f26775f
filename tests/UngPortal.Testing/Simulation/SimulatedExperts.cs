using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Desk;

namespace UngPortal.Testing.Simulation;

/// <summary>Those who answer: they take the next, keep a draft, send it, and now and then forget one, give it up or want to know more.</summary>
internal sealed class SimulatedExperts(SimulatedSite site, SeededChance chance, SimulationLog log, SimulatedAskers askers, IReadOnlyList<SimulatedExpert> experts)
{
    private const double Forgets = 0.01;
    private const double GivesUp = 0.02;
    private const double WantsMore = 0.02;
    private static readonly TimeSpan LooksAgain = TimeSpan.FromMinutes(30);

    private static readonly AnswerContent Written = new()
    {
        Greeting = "Hei, og takk for at du spør!",
        Brief = "De fleste på din alder trenger åtte til ti timer søvn.",
        Explanation = string.Concat(Enumerable.Repeat("Kroppen vokser og lærer mens du sover, og derfor er du trøtt når det blir lite. ", 8)),
        DoNow = "Legg bort mobilen en time før du skal sove, og stå opp til samme tid hver dag.",
        Closing = "Lykke til!",
        Services = ["alarmtelefonen-for-barn-og-unge"],
    };

    public async Task ActAsync(DateTime now)
    {
        foreach (var expert in experts.Where(one => one.IsAt(now)))
        {
            if (expert.Holding is null && expert.NextLook <= now)
            {
                await TakeAsync(expert, now);
            }
            else if (expert.Holding is { } id && (expert.DoneAt <= now || expert.DraftAt <= now))
            {
                await WriteAsync(expert, id, now);
            }
        }
    }

    private async Task TakeAsync(SimulatedExpert expert, DateTime now)
    {
        var (outcome, id) = await site.TakeNextAsync(expert.Id, expert.Role, breakIsNoted: true);
        if (id is not { } taken)
        {
            expert.NextLook = now + LooksAgain;
            return;
        }

        log.Of(taken).SeenAt ??= now;
        if (outcome == QuestionQueue.Outcome.Taken && chance.In(Forgets))
        {
            (expert.NextLook, log.Forgotten) = (now + (Question.ClaimLength * 2), log.Forgotten + 1);
            return;
        }

        (expert.Holding, expert.DraftAt, expert.DoneAt) = (taken, now.AddMinutes(10 + chance.Below(10)), now.AddMinutes(20 + chance.Below(40)));
    }

    private async Task WriteAsync(SimulatedExpert expert, Guid id, DateTime now)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (desk, steps) = (scope.ServiceProvider.GetRequiredService<QuestionDesk>(), scope.ServiceProvider.GetRequiredService<AnswerSteps>());
        var person = SimulatedSite.Person(expert.Id, now, expert.Role);
        using var opened = await desk.OpenAsync(id, person, CancellationToken.None);
        if (opened is null || !DeskAccess.MayWrite(opened.Question, person))
        {
            expert.Holding = null; // Taken back by the asker, or the hour ran out and a colleague has it.
            return;
        }

        if (expert.DoneAt > now)
        {
            expert.DraftAt = DateTime.MaxValue;
            log.Require(await steps.KeepAsync(opened, Written, person, CancellationToken.None), $"{id}: a draft was not kept");
            return;
        }

        expert.Holding = null;
        var question = log.Of(id);
        var isAsked = opened.Question.MoreAskedAt is null && chance.In(WantsMore);
        if (isAsked)
        {
            log.Require(await desk.DoAsync(opened.Question, person, "question-more-asked", one => one.AskForMore(opened.Texts.SealRequest(id, "Hvor lenge har det vart?"), person.Id, desk.Now), CancellationToken.None), $"{id}: nothing more was asked");
            question.MoreAskedAt = now;
            askers.Hear(question, isAnswer: false, now);
        }
        else if (chance.In(GivesUp))
        {
            log.Require(await desk.DoAsync(opened.Question, person, "question-let-go", one => one.LetGo(), CancellationToken.None), $"{id} was not let go");
        }
        else
        {
            log.Require(await scope.ServiceProvider.GetRequiredService<AnswerSending>().SendAsync(opened, Written, person, CancellationToken.None), $"{id}: an answer was not sent");
            if (opened.Question.IsReadable)
            {
                question.AnsweredAt = now;
                askers.Hear(question, isAnswer: true, now);
            }
        }
    }
}
