using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Sealing;
using UngPortal.Testing;

namespace UngPortal.Benchmarks.Scale;

/// <summary>Fills a folder's database as ten years would: old questions with all their texts, as none had been deleted yet, open ones in every state of the desk, and a library.</summary>
internal static class QuestionsFill
{
    public const int OldQuestions = 1_000_000;
    public const int Experts = 300;
    private const int OpenQuestions = 10_000;
    private const double PublishedShare = 0.38;
    private const int Seed = 20_261_126;

    private static readonly string[] Tables = ["QuestionThreads", "Questions", "QuestionTopics", "QuestionAnswers", "QuestionClaims", "PublishedAnswers", "AnswerPlaces"];

    /// <summary>Of each hundred open questions, how many stand where.</summary>
    private static readonly (QuestionState State, int Share)[] OpenStates =
    [
        (QuestionState.Received, 15), (QuestionState.SafeguardingHold, 1), (QuestionState.Queued, 69), (QuestionState.Claimed, 2), (QuestionState.Drafted, 3), (QuestionState.InReview, 7), (QuestionState.NeedsMore, 2), (QuestionState.Rerouted, 1),
    ];

    public static async Task RunAsync(string folder, int count)
    {
        using (var site = new FilledSite(folder))
        {
            if (await site.InDatabaseAsync(db => db.Questions.AnyAsync()))
            {
                Console.WriteLine($"{folder} is filled already");
                return;
            }

            await FillAsync(site, count);
        }

        // The next start makes the index of all that is there now.
        if (Path.Combine(folder, "search") is var index && Directory.Exists(index))
        {
            Directory.Delete(index, recursive: true);
        }
    }

    private static async Task FillAsync(FilledSite site, int count)
    {
        var experts = await HireAsync(site);
        var began = Stopwatch.GetTimestamp();
        var (tree, roles) = await site.InDatabaseAsync(async db => (await TopicTree.ReadAsync(db, CancellationToken.None), await db.AnsweringRoles.AsNoTracking().ToListAsync()));
        var random = new Random(Seed);
        var people = new MadeUpPeople(random, [.. tree.All.Where(topic => topic.Depth > 1)], roles, experts);
        var (texts, now) = (new MadeUpTexts(random), PortalApp.Start.UtcDateTime);
        using var load = new BulkLoad(site.Database.SqliteFile, Tables);
        using (var rows = new QuestionRows(load, site.Services.GetRequiredService<Sealer>(), people, texts, random, now))
        {
            for (var made = 0; made < count; load.Next())
            {
                made += rows.AddOld(people.At(now, 6 + (MadeUpPeople.Days * (1 - ((double)made / count)))));
            }

            for (var made = 0; made < OpenQuestions; made++, load.Next())
            {
                rows.AddOpen(now.AddMinutes(-random.Next(5, 5_000)), StateOf(made % 100));
            }
        }

        Console.WriteLine($"{count} old and {OpenQuestions} open questions after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        await PublishAsync(site, load, new PublishedRows(load, people, texts, random, tree, now), (int)(count * PublishedShare), people, now);
        Console.WriteLine($"the library after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        load.Finish();
        Console.WriteLine($"the indexes after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; {new FileInfo(site.Database.SqliteFile).Length / 1_000_000} MB");
    }

    private static async Task PublishAsync(FilledSite site, BulkLoad load, PublishedRows rows, int count, MadeUpPeople people, DateTime now)
    {
        using (rows)
        {
            var first = 1 + await site.InDatabaseAsync(db => db.PublishedAnswers.MaxAsync(answer => (int?)answer.Id)) ?? 0;
            var taken = await site.InDatabaseAsync(db => db.PublishedAnswers.Select(answer => answer.PublicId).ToHashSetAsync());
            // Steps through all numbers of a prime's length in an order that looks drawn.
            for (var (made, number) = (0, 1L); made < count; number = number * 5 % 899_999_963)
            {
                if (taken.Add((int)number + 100_000))
                {
                    rows.Add(first + made, (int)number, people.At(now, 2 + (MadeUpPeople.Days * (1 - ((double)made / count)))));
                    made++;
                    load.Next();
                }
            }
        }
    }

    private static QuestionState StateOf(int place)
    {
        foreach (var (state, share) in OpenStates)
        {
            if (place < share)
            {
                return state;
            }

            place -= share;
        }

        throw new InvalidOperationException("The shares are a hundred together.");
    }

    private static async Task<IReadOnlyList<int>> HireAsync(FilledSite site)
    {
        var roles = await site.InDatabaseAsync(db => db.AnsweringRoles.OrderBy(role => role.Position).Select(role => role.Key).ToListAsync());
        var experts = new List<int>();
        for (var i = 0; i < Experts; i++)
        {
            experts.Add(await site.ExpertAsync(i % 10 == 0 ? StaffRole.ExpertReviewer : StaffRole.Expert, roles: [roles[i % roles.Count], roles[(i * 7 + 3) % roles.Count]]));
        }

        return [.. experts];
    }
}
