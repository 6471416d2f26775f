using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;
using UngPortal.Platform.Web;
using UngPortal.Testing;
using UngPortal.Tests.Startup;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>The command that an operator runs to be rid of an old key.</summary>
public sealed class SealingCommandTests : IDisposable
{
    private static readonly string First = TestKeys.New();
    private static readonly string Second = TestKeys.New();
    private readonly LetterBox _box = new();

    [Fact]
    public async Task RotateKeys_OnASiteWithoutRecords_TellsWhichKeysAreFree()
    {
        using var database = TestDatabase.FromTemplate();
        var settings = new Dictionary<string, string?>(database.Settings.Concat(TestKeys.Settings(First, Second)));

        var (exitCode, output, errors) = await SiteProcess.RunAsync(settings, "rotate-keys");
        settings["Sealing:Pepper"] = "";
        var refused = await SiteProcess.RunAsync(settings, "rotate-keys");

        Assert.EndsWith("Rewrapped 0 keys under version 2; 0 could not be opened.\nIn use: 2. No record needs: 1.\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal((0, "", 2), (exitCode, errors, refused.ExitCode));
        Assert.StartsWith("Sealing:Pepper is missing", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RotateKeys_WithOldRecords_RewrapsThemAndEndsWithZero()
    {
        await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(First)), "a", "b");
        var settings = TestKeys.Settings(First, Second);

        Assert.Equal(0, await RunAsync(settings));

        Assert.Equal(["a", "b"], await _box.ReadAsync(TestKeys.Ring(TestKeys.SettingsWith(TestKeys.New(), (2, Second)))));
    }

    [Fact]
    public async Task RotateKeys_WithoutTheKeyOfSome_EndsWithTwoOrThree()
    {
        await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(First)), "a", "b");
        var settings = TestKeys.SettingsWith(TestKeys.New(), (2, Second));

        Assert.Equal(2, await RunAsync(settings));
        Assert.Equal(3, await RunAsync(new(settings) { ["Sealing:GivenUp:0"] = "1" }));
    }

    public void Dispose() => _box.Dispose();

    private async Task<int> RunAsync(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddScoped<PortalDbContext>(_ => _box.Open());
        builder.AddPortalSealing();
        builder.Services.AddSealedRecords<SealedLetters>();
        await using var app = builder.Build();
        return await app.RunPortalAsync(["rotate-keys"]);
    }
}
