using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Sealing;
using UngPortal.Testing;
using UngPortal.Tests.Startup;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>What the keys mean for a site's start and readiness, and what of them is logged.</summary>
public sealed class SealingStartTests : IDisposable
{
    private const string Canary = "KANARI-jeg-vil-snakke-med-noen";
    private static readonly string First = TestKeys.New();
    private static readonly string Second = TestKeys.New();
    private readonly LetterBox _box = new();
    private readonly TestDatabase _database = TestDatabase.FromTemplate();

    public static TheoryData<string, string, string> WrongSettings => new()
    {
        { "Sealing:Keys:0:Key", "ikke base64!", "Sealing:Keys:0:Key is not base64" },
        { "Sealing:Keys:0:Key", "AAAA", "Sealing:Keys:0:Key holds 3 bytes" },
        { "Sealing:Keys:0:Version", "0", "Sealing:Keys:0:Version must be a whole number from 1" },
        { "Sealing:Keys:0:Version", "2", "Sealing:Keys:1:Version repeats version 2" },
        { "Sealing:Pepper", "", "Sealing:Pepper is missing" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public async Task Start_WithAWrongSetting_EndsWithOneLine(string setting, string value, string line)
    {
        var settings = new Dictionary<string, string?>(_database.Settings.Concat(TestKeys.Settings(First, Second))) { [setting] = value };

        await AssertRefusedAsync(settings, line);
    }

    [Fact]
    public async Task Start_WithADamagedFile_EndsWithOneLineAndLeavesIt()
    {
        var file = Path.Combine(_database.Folder, "sealing.keys");
        await File.WriteAllTextAsync(file, "Sealing__Pepper=");

        await AssertRefusedAsync(_database.Settings, $"The file {file} is damaged: restore it from a copy.");

        Assert.Equal("Sealing__Pepper=", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Start_WithoutAKeyThatRecordsNeed_IsRefused()
    {
        await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(First)), "a");
        await using var missing = new LetterSite(_box, TestKeys.SettingsWith(TestKeys.New(), (2, Second)));
        await using var foreign = new LetterSite(_box, TestKeys.Settings(Second));
        await using var newFile = new LetterSite(_box, []);
        await using var right = new LetterSite(_box, TestKeys.Settings(First, Second));

        Assert.All([missing, foreign], site => Assert.Throws<InvalidOperationException>(site.CreateVisitor));
        File.Delete(Path.Combine(newFile.Database.Folder, "sealing.keys"));
        Assert.Throws<InvalidOperationException>(newFile.CreateVisitor);
        Assert.Equal(HttpStatusCode.OK, (await right.GetPageAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task Ready_WhenAnotherNodeSealsWithAKeyThatIsMissingHere_IsNot()
    {
        await using var site = new LetterSite(_box, TestKeys.Settings(First));
        Assert.Equal(HttpStatusCode.OK, (await site.GetPageAsync("/health/ready")).Status);
        await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(First, Second)), "a");

        site.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.GetPageAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await site.GetPageAsync("/health/live")).Status);
        Assert.Contains(site.Log.Lines, line => line.Contains("Sealing key version 2 is missing, and 1 records of the kind 'letter'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V16_2_5_neither_keys_nor_texts_nor_ids_are_logged()
    {
        var settings = TestKeys.Settings(First, Second);
        var letters = await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(First)), Canary, Canary, "ødelagt");
        await _box.InAsync(db => db.Set<Letter>().Where(letter => letter.SealId == letters[2].SealId).ExecuteUpdateAsync(row => row.SetProperty(letter => letter.Key.Bytes, new byte[WrappedKey.Length])));
        await using var site = new LetterSite(_box, settings);

        await site.GetPageAsync("/health/ready");
        await site.RunAsync<SealingRotation>();

        Assert.Contains(site.Log.Lines, line => line.Contains("Sealing rotation rewrapped {Count} keys", StringComparison.Ordinal) && line.Contains("\"Count\":2", StringComparison.Ordinal));
        Assert.Contains(site.Log.Lines, line => line.Contains("Sealing rotation left {Count} keys", StringComparison.Ordinal));
        var secrets = letters.Select(letter => letter.SealId).Concat(new[] { First, Second, settings[SealingKeys.PepperSetting]! }
            .SelectMany(key => new[] { key, Convert.ToHexString(Convert.FromBase64String(key)) })).Append(Canary);
        Assert.All(secrets, secret => Assert.DoesNotContain(site.Log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    public void Dispose()
    {
        _box.Dispose();
        _database.Dispose();
    }

    private static async Task AssertRefusedAsync(Dictionary<string, string?> settings, string line)
    {
        var (exitCode, output, errors) = await SiteProcess.RunAsync(settings);

        Assert.Equal(2, exitCode);
        Assert.StartsWith(line, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", errors + output, StringComparison.Ordinal);
        Assert.DoesNotContain(First, errors + output, StringComparison.Ordinal);
    }
}
