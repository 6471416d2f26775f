using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;
using UngPortal.Testing;
using UngPortal.Tests.Features.Importing;

namespace UngPortal.Tests.Features.Questions.Snippets;

/// <summary>The file brings text blocks again and again, and never writes over what was changed here.</summary>
public sealed class SnippetImportTests(EmptySite app) : IClassFixture<EmptySite>
{
    private static readonly DateTime Now = PortalApp.Start.UtcDateTime;

    [Fact]
    public async Task Import_OfWhatWasChangedHere_KeepsIt_AlsoUnderAnotherTitleAndTakenOut()
    {
        using var tree = new ContentTree(app);
        Write(tree, ("Endret", "Fra fila."), ("Omdøpt", "Fra fila."), ("Ute", "Fra fila."), ("Urørt", "Fra fila."));
        await tree.ImportAsync();
        await ChangeAsync("Endret", snippet => snippet.Change("Endret", "Skrevet her.", snippet.ExpiresOn, Now));
        await ChangeAsync("Omdøpt", snippet => snippet.Change("Nytt navn", "Skrevet her.", snippet.ExpiresOn, Now));
        await ChangeAsync("Ute", snippet => snippet.Retire(Now));
        Write(tree, ("Endret", "Ny fra fila."), ("Omdøpt", "Ny fra fila."), ("Ute", "Ny fra fila."), ("Urørt", "Ny fra fila."), ("Nytt navn", "Kom til."));

        var report = await tree.ImportAsync();

        Assert.Empty(report.Problems.Select(problem => problem.ToString()));
        Assert.Equal((4, 1), (report[ImportOutcome.Kept], report[ImportOutcome.Updated]));
        Assert.Equal(["Endret: Skrevet her.", "Nytt navn: Skrevet her.", "Urørt: Ny fra fila.", "Ute: Fra fila."], await AllAsync());
        Write(tree, ("Urørt", "Ny fra fila."));
        await tree.ImportAsync();
        Assert.Equal(4, (await AllAsync()).Count);
        Write(tree, ("Noe annet", "Fra fila."));
        await tree.ImportAsync();
        Assert.DoesNotContain(await AllAsync(), line => line.StartsWith("Urørt", StringComparison.Ordinal));
    }

    [Fact]
    public void Change_ToWhatCannotBe_Throws()
    {
        var snippet = Snippet.FromFile("lege", "nb", SnippetSection.Kort, "Tittel");
        var today = OsloTime.DayOf(Now);

        Assert.Throws<InvalidOperationException>(() => snippet.Change("", "Tekst", today, Now));
        Assert.Throws<InvalidOperationException>(() => snippet.Change("Tittel", new string('x', Snippet.TextMaxLength + 1), today, Now));
        Assert.Throws<InvalidOperationException>(() => snippet.Change("Tittel", "Tekst", today.AddMonths(Snippet.MostMonths).AddDays(1), Now));
        snippet.Retire(Now);
        Assert.Throws<InvalidOperationException>(() => snippet.Retire(Now));
        Assert.Throws<InvalidOperationException>(() => snippet.Say("Fra fila.", today));
    }

    private static void Write(ContentTree tree, params (string Title, string Text)[] snippets) => tree.Write(
        "questions/snippets.yml",
        string.Concat(snippets.Select(one => $"- role: alle\n  language: nb\n  section: hilsen\n  title: \"{one.Title}\"\n  text: \"{one.Text}\"\n  expires: 2027-10-01\n")));

    private Task<int> ChangeAsync(string title, Action<Snippet> verb) => app.InDatabaseAsync(async db =>
    {
        verb(await db.Snippets.SingleAsync(snippet => snippet.Title == title));
        return await db.SaveChangesAsync();
    });

    private Task<List<string>> AllAsync() => app.InDatabaseAsync(db => db.Snippets.OrderBy(snippet => snippet.Title).Select(snippet => snippet.Title + ": " + snippet.Text).ToListAsync());
}
