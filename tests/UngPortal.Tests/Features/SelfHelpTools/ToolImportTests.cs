using Microsoft.EntityFrameworkCore;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Platform.Importing;
using UngPortal.Tests.Features.Importing;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>The file of starter tools: proposals and nothing more; a bad entry is named, what an editor has changed stays.</summary>
public sealed class ToolImportTests(EmptySite app) : IClassFixture<EmptySite>
{
    public static TheoryData<string, string, string> Faults => new()
    {
        { "platforms: [web]", "platforms: [brevdue]", "none of web, ios and android" },
        { "platforms: [web]", "platforms: []", "at least one" },
        { "https://prove.example.no", "javascript:alert(1)", "must begin with https" },
        { "languages: [nb]", "languages: [latin]", "must be among" },
        { "login: yes", "login: kanskje", "must be yes or no" },
        { "minimumAge: 13", "minimumAge: tretten", "whole number" },
        { "evidence: pilot", "evidence: sikkert", "must be one of" },
        { "topics: []", "topics: [finnes-ikke]", "unknown or no slug" },
        { "login: yes", "login: yes\n  merke: ja", "'merke' is unknown" },
        { "login: yes", "login: yes\n  state: published", "'state' is unknown" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Import_ABadEntry_IsNamed_AndTheOthersComeIn(string right, string wrong, string said)
    {
        using var tree = new ContentTree(app);
        var number = Faults.Select(row => (string)row[1]).ToList().IndexOf(wrong);
        tree.Write("tools/tools.yml", Entry($"feil-{number}").Replace(right, wrong, StringComparison.Ordinal) + Entry($"rett-{number}"));

        var report = await tree.ImportAsync();

        Assert.Contains(report.Problems, problem => problem.ToString().Contains(said, StringComparison.Ordinal));
        Assert.Equal([$"rett-{number}"], await app.InDatabaseAsync(db => db.Tools.Where(tool => tool.Slug == $"feil-{number}" || tool.Slug == $"rett-{number}").Select(tool => tool.Slug).ToListAsync()));
    }

    [Fact]
    public async Task Import_AnAddressThatIsAPage_OrTwiceTheSame_IsRefused()
    {
        using var tree = new ContentTree(app);
        tree.Write("tools/tools.yml", Entry("sammenlign") + Entry("dobbel") + Entry("dobbel"));

        var report = await tree.ImportAsync();

        Assert.Equal((2, 1), (report.Problems.Count, await app.InDatabaseAsync(db => db.Tools.CountAsync(tool => tool.Slug == "dobbel" || tool.Slug == "sammenlign"))));
    }

    [Fact]
    public async Task Import_Twice_ChangesNothing_AChangeIsTaken_AndAnEditorsOwnStays()
    {
        using var tree = new ContentTree(app);
        tree.Write("tools/tools.yml", Entry("gjentatt"));
        Assert.Equal(1, (await tree.ImportAsync())[ImportOutcome.Created]);
        var before = await ReadAsync("gjentatt");
        Assert.Equal(0, (await tree.ImportAsync())[ImportOutcome.Updated]);
        Assert.Equal((before.Version, ToolState.Proposed, ToolEvidence.Pilot, (int?)13, (bool?)true, (bool?)null), Told(await ReadAsync("gjentatt")));

        tree.Write("tools/tools.yml", Entry("gjentatt").Replace("minimumAge: 13", "minimumAge: 16", StringComparison.Ordinal));
        Assert.Equal(1, (await tree.ImportAsync())[ImportOutcome.Updated]);
        Assert.Equal(16, (await ReadAsync("gjentatt")).Facts.MinimumAge);
        Assert.Equal(0, (await tree.ImportAsync())[ImportOutcome.Updated]);

        await app.InDatabaseAsync(async db =>
        {
            var tool = await db.Tools.SingleAsync(tool => tool.Slug == "gjentatt");
            tool.Revise(tool.Facts with { MinimumAge = 15 }, db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        tree.Write("tools/tools.yml", Entry("gjentatt"));
        Assert.Equal(1, (await tree.ImportAsync())[ImportOutcome.Kept]);
        Assert.Equal(15, (await ReadAsync("gjentatt")).Facts.MinimumAge);

        static (int, ToolState, ToolEvidence, int?, bool?, bool?) Told(Tool tool) => (tool.Version, tool.State, tool.Facts.Evidence, tool.Facts.MinimumAge, tool.Facts.NeedsLogin, tool.Facts.WorksOffline);
    }

    private static string Entry(string id) =>
        $$"""
        - id: {{id}}
          name: "Prøve"
          supplier: { name: "Prøvehuset", isCertain: yes }
          platforms: [web]
          website: "https://prove.example.no"
          languages: [nb]
          topics: []
          minimumAge: 13
          evidence: pilot
          login: yes
          summary: { nb: "Kort." }
          description: { nb: "Lenger." }

        """.ReplaceLineEndings("\n");

    private Task<Tool> ReadAsync(string slug) => app.InDatabaseAsync(db => db.Tools.AsNoTracking().SingleAsync(tool => tool.Slug == slug));
}
