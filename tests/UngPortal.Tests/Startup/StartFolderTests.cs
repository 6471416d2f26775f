using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

public sealed class StartFolderTests
{
    [Fact]
    public async Task Start_FromAnotherFolder_FindsTheSettingsBesideTheProgram()
    {
        using var database = TestDatabase.FromTemplate();
        var elsewhere = Directory.CreateTempSubdirectory("ungportal-elsewhere-");
        try
        {
            await using var site = await RunningSite.StartAsync(database, elsewhere.FullName);
            using var visitor = site.CreateVisitor();

            var page = await visitor.GetStringAsync("/");

            Assert.Contains("https://ungportal.no/", page, StringComparison.Ordinal);
            Assert.Empty(elsewhere.EnumerateFileSystemInfos());
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }
}
