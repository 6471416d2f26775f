using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Checking;
using UngPortal.Features.Questions.Codes;
using UngPortal.Kernel;

namespace UngPortal.Testing.Simulation;

/// <summary>Young people who ask by the curve of a day, take back, add what was asked for, and ask again.</summary>
internal sealed class SimulatedAskers(SimulatedSite site, SimulationPlan plan, SeededChance chance, SimulationLog log)
{
    private const double Withdraws = 0.03;
    private const double FollowsUp = 0.05;
    private const double AddsMore = 0.7;

    /// <summary>Questions in each hour of a day, out of 100.</summary>
    private static readonly int[] ByHour = [3, 2, 1, 1, 0, 0, 1, 2, 2, 3, 3, 4, 4, 4, 6, 7, 7, 6, 6, 7, 9, 10, 8, 4];

    public static readonly string[] Topics = ["sovn", "mensen", "vennskap", "kjaerester-og-kjaerlighet", "mobbing", "stress-og-press", "angst-og-uro", "prevensjon"];
    private double _due;

    /// <summary>All who ask within the step, and all whose time has come to do something.</summary>
    public async Task ActAsync(DateTime now, bool asksToo)
    {
        _due += asksToo ? plan.PerDay * ByHour[Instant.FromDateTimeUtc(now).InZone(OsloTime.Zone).Hour] * plan.Step.TotalHours / ByHour.Sum() : 0;
        for (; _due >= 1; _due--)
        {
            await AskAsync(now);
        }

        foreach (var question in log.Questions.Where(one => one.Next?.At <= now).ToList())
        {
            var what = question.Next!.Value.What;
            question.Next = null;
            await DoAsync(question, what, now);
        }
    }

    /// <summary>Decides what the asker will do about an answer, or about what an expert wants to know.</summary>
    public void Hear(SimulatedQuestion question, bool isAnswer, DateTime now)
    {
        if (isAnswer ? chance.In(FollowsUp) : chance.In(AddsMore))
        {
            question.Next = (now.AddHours(1 + chance.Below(20)), isAnswer ? "follow" : "add");
        }
    }

    private async Task AskAsync(DateTime now)
    {
        var severity = chance.Part() switch { < 0.78 => Severity.Green, < 0.95 => Severity.Yellow, _ => Severity.Red };
        // What is Red says so half of the time; of the rest an editor learns by reading.
        var says = severity == Severity.Red && chance.In(0.5) ? Severity.Red : Severity.Green;
        var asker = new AskerFacts(chance.In(0.9) ? "nb" : "nn", 13 + chance.Below(8), AskerGender.NotSaid, chance.Of(Topics), chance.In(0.8));
        var thread = await site.WithAsync<QuestionInbox, Guid>(inbox => inbox.AskAsync(Form(now), asker, says == Severity.Red ? "Jeg vil ikke leve lenger. Hva skal jeg gjøre?" : DeskRows.Harmless, CancellationToken.None));
        await RememberAsync(thread, severity, says, now);
    }

    private async Task RememberAsync(Guid thread, Severity severity, Severity says, DateTime now)
    {
        var id = await site.InDatabaseAsync(db => db.Questions.Where(question => question.ThreadId == thread).OrderByDescending(question => question.Number).Select(question => question.Id).FirstAsync());
        var question = log.Add(new SimulatedQuestion { Id = id, ThreadId = thread, True = severity, Severity = says, AskedAt = now });
        question.Next = chance.In(Withdraws) ? (now.AddHours(chance.Below(10)), "withdraw") : null;
    }

    private async Task DoAsync(SimulatedQuestion question, string what, DateTime now)
    {
        switch (what)
        {
            case "withdraw" when question.IsOpen:
                question.IsEnded = await site.WithAsync<ThreadReplies, bool>(replies => replies.WithdrawAsync(question.ThreadId, CancellationToken.None));
                log.Require(question.IsEnded, $"{question.Id} could not be taken back");
                log.Withdrawn++;
                break;
            case "add" when question.IsOpen && question.MoreAskedAt is not null:
                log.Require(await site.WithAsync<ThreadReplies, bool>(replies => replies.AddMoreAsync(question.ThreadId, "Jeg er femten, og det har vart i to uker.", CancellationToken.None)), $"{question.Id} took no addition");
                question.AddedAt = now;
                break;
            case "follow" when log.Questions.Count(one => one.ThreadId == question.ThreadId) <= QuestionThread.MostFollowUps:
                log.Require(await site.WithAsync<QuestionInbox, bool>(inbox => inbox.FollowUpAsync(question.ThreadId, Form(now), DeskRows.Harmless, CancellationToken.None)), $"{question.ThreadId} took no follow-up");
                // It goes to those who answered, as hard as the one before.
                await RememberAsync(question.ThreadId, question.Severity, question.Severity, now);
                log.FollowUps++;
                break;
        }
    }

    private static FormKey Form(DateTime now) => new(RandomNumberGenerator.GetBytes(16), now);
}
