using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;
using UngPortal.Tests.Features.Importing;

namespace UngPortal.Tests.Features.Answers;

/// <summary>Starter questions come from files, again and again with the same result.</summary>
public sealed class AnswerImportTests(EmptySite app) : IClassFixture<EmptySite>
{
    private const string Roles = """
        - key: lege
          name: { nb: "Lege" }
          can: { nb: "Kan noe." }
          cannot: { nb: "Kan ikke alt." }
          topics: [kropp]
          sensitive: false

        """;

    [Fact]
    public async Task Import_GoodFile_BecomesAStarter()
    {
        using var tree = Tree();
        tree.Write("questions/god.nb.md", File());

        var report = await tree.ImportAsync();

        Assert.Empty(report.Problems.Select(problem => problem.ToString()));
        var answer = await FindAsync("god.nb");
        Assert.Equal((AnswerOrigin.Starter, "nb", "er-dette-vanlig", 14, 14, AskerGender.Girl), (answer!.Origin, answer.Language, answer.Slug, answer.AgeFrom, answer.AgeTo, answer.Gender));
        Assert.InRange(answer.PublicId, 100_000, 999_999_999);
        Assert.Contains("<strong>vanlig</strong>", answer.Html.Explanation, StringComparison.Ordinal);
        Assert.Equal((2, 1), (answer.Places.Count, answer.Places.Count(place => place.TopicId == AnswerPlace.Everywhere)));
    }

    [Fact]
    public async Task Import_ChangedFile_IsTakenUntilSomebodyEdits()
    {
        using var tree = Tree();
        tree.Write("questions/endret.nb.md", File());
        await tree.ImportAsync();
        tree.Write("questions/endret.nb.md", File("Er det helt vanlig?"));
        var updated = await tree.ImportAsync();
        var number = (await FindAsync("endret.nb"))!.PublicId;
        await app.WithPublishingAsync((publishing, by) => publishing.ConfirmStillRightAsync(number, by, CancellationToken.None));
        tree.Write("questions/endret.nb.md", File("Noe helt annet?"));
        var kept = await tree.ImportAsync();

        Assert.Equal((1, 1), (updated[ImportOutcome.Updated], kept[ImportOutcome.Kept]));
        Assert.Equal("Er det helt vanlig?", (await FindAsync("endret.nb"))!.Title);
    }

    [Theory]
    [InlineData("age: 14", "age: 12", 4, "'age' must be")]
    [InlineData("gender: jente", "gender: kvinne", 5, "'gender' must be one of")]
    [InlineData("role: lege", "role: trollmann", 6, "is no role of roles.yml")]
    [InlineData("topics: [kropp]", "topics: [finnesikke]", 3, "unknown or no slug")]
    [InlineData("sensitivity: none", "sensitivity: litt", 7, "'sensitivity' must be one of")]
    [InlineData("answeredAt: 2026-03-06", "answeredAt: 2026-03-01", 9, "comes before")]
    [InlineData("related: []", "related: [finnesikke]", 10, "unknown or no slug")]
    [InlineData("services: []", "services: [finnesikke]", 11, "unknown or no slug")]
    [InlineData("# kort svar", "# svaret kort", 21, "Expected '# kort svar' here.")]
    [InlineData("Lykke til!", "Ring 22 59 13 00 i dag!", 34, "")]
    [InlineData("Er dette vanlig?", "Er dette vanlig? Er dette vanlig? Er dette vanlig? Er dette vanlig? Er dette vanlig? ", 2, "at most 80 fit")]
    public async Task Import_BadFile_SaysWhereAndWhy(string good, string bad, int line, string message)
    {
        using var tree = Tree();
        tree.Write("questions/darlig.nb.md", File().Replace(good, bad, StringComparison.Ordinal));

        var report = await tree.ImportAsync();

        Assert.Equal(1, report[ImportOutcome.Invalid]);
        Assert.Contains(report.Problems, problem => problem.File == "questions/darlig.nb.md" && problem.Line == line && problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.Null(await FindAsync("darlig.nb"));
    }

    [Theory]
    [InlineData("questions/uten-sprak.md")]
    [InlineData("questions/tysk.de.md")]
    [InlineData("questions/Feil_Navn.nb.md")]
    public async Task Import_BadName_IsRefused(string name)
    {
        using var tree = Tree();
        tree.Write(name, File());

        Assert.Contains((await tree.ImportAsync()).Problems, problem => problem.Message.StartsWith("The file name must be", StringComparison.Ordinal));
    }

    private static string File(string title = "Er dette vanlig?") => $$"""
        ---
        title: "{{title}}"
        topics: [kropp]
        age: 14
        gender: jente
        role: lege
        sensitivity: none
        askedAt: 2026-03-04
        answeredAt: 2026-03-06
        related: []
        services: []
        sources:
          - { title: "Kilde", publisher: Helsenorge, url: "https://www.helsenorge.no/" }
        ---
        # spørsmål
        Hei, jeg lurer på om dette er vanlig.

        # hilsen
        Hei!

        # kort svar
        Ja.

        # forklaring
        Det er helt **vanlig**. {{string.Concat(Enumerable.Repeat("Det er det for mange. ", 30))}}

        # dette kan du gjøre
        - Sov.
        - Spis.


        # avslutning

        Lykke til!

        """.ReplaceLineEndings("\n");

    private ContentTree Tree()
    {
        var tree = new ContentTree(app);
        tree.Write("questions/roles.yml", Roles);
        return tree;
    }

    private Task<PublishedAnswer?> FindAsync(string name) => app.InDatabaseAsync(db => db.PublishedAnswers.AsNoTracking().Include(answer => answer.Places).FirstOrDefaultAsync(answer => answer.ShippedAs == name));
}
