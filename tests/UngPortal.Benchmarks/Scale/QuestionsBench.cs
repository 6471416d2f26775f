namespace UngPortal.Benchmarks.Scale;

/// <summary>Desk, library and asking with a million old questions behind them. Fills the folder first where it is empty.</summary>
internal static class QuestionsBench
{
    private static readonly string[] Parts = ["desk", "library", "asking"];

    public static async Task RunAsync(IEnumerable<string> arguments)
    {
        var given = arguments.ToList();
        var kept = given.Find(one => !Parts.Contains(one));
        var folder = kept ?? Directory.CreateTempSubdirectory("ungportal-questions-").FullName;
        var parts = given.Intersect(Parts).ToList() is { Count: > 0 } some ? some : [.. Parts];
        try
        {
            await QuestionsFill.RunAsync(folder, QuestionsFill.OldQuestions);
            if (parts.Contains("desk"))
            {
                using var site = new FilledSite(folder);
                await new DeskFigures(site).RunAsync();
            }

            if (parts.Contains("library"))
            {
                using var site = new FilledSite(folder, rendersAnew: true);
                await new LibraryFigures(site).RunAsync();
            }

            if (parts.Contains("asking"))
            {
                await new AskingFigures(folder).RunAsync();
            }
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
