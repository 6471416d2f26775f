using UngPortal.Platform.Sealing;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>A site that lacks the keys of its records says so before it starts.</summary>
public sealed class SealingCheckTests : IDisposable
{
    private static readonly string First = TestKeys.New();
    private static readonly string Second = TestKeys.New();
    private readonly LetterBox _box = new();
    private readonly TestDatabase _folder = TestDatabase.Empty();

    [Fact]
    public async Task Fault_WithAllKeys_IsNone()
    {
        var both = TestKeys.Ring(TestKeys.Settings(First, Second));
        Assert.Null(await _box.FaultAsync(both));
        await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(First)), "a");
        await _box.WriteAsync(both, "b");

        Assert.Null(await _box.FaultAsync(both));
    }

    [Fact]
    public async Task V11_1_1_a_version_still_in_use_is_missed()
    {
        await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(First)), "a", "b");
        var settings = TestKeys.SettingsWith(TestKeys.New(), (2, Second));

        var fault = await _box.FaultAsync(TestKeys.Ring(settings));
        settings["Sealing:GivenUp:0"] = "1";

        Assert.Equal("Sealing key version 1 is missing, and 2 records of the kind 'letter' were sealed with it: put it back into Sealing:Keys. If it is lost for good, add 1 to Sealing:GivenUp.", fault);
        Assert.Null(await _box.FaultAsync(TestKeys.Ring(settings)));
    }

    [Fact]
    public async Task V11_1_1_a_key_of_another_installation_is_found_out()
    {
        await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(First)), "a", "b");

        var fault = await _box.FaultAsync(TestKeys.Ring(TestKeys.Settings(Second)));

        Assert.StartsWith("Sealing key version 1 is not the key that 2 records of the kind 'letter' were sealed with; it comes from another installation.", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_WithoutTheFileThatRecordsNeed_SaysSoAndMakesNone()
    {
        await _box.WriteAsync(TestKeys.Ring([], _folder.Folder), "a");
        File.Delete(Path.Combine(_folder.Folder, "sealing.keys"));

        var fault = await _box.FaultAsync(TestKeys.Ring([], _folder.Folder));

        Assert.Equal("The file sealing.keys is missing from the data folder, and 1 records of the kind 'letter' were sealed with its version 1: restore the file, or set Sealing:Keys and Sealing:Pepper.", fault);
        Assert.Empty(Directory.GetFiles(_folder.Folder));
    }

    [Fact]
    public async Task Fault_WithAFileOfAnotherInstallation_IsFoundOut()
    {
        await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(First)), "a");
        _ = TestKeys.Ring([], _folder.Folder).Current;

        Assert.Contains("comes from another installation", await _box.FaultAsync(TestKeys.Ring([], _folder.Folder)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fault_OfAGivenUpVersionThatWouldBeUsedAgain_IsRefused()
    {
        var settings = new Dictionary<string, string?>(TestKeys.Settings(First)) { ["Sealing:GivenUp:0"] = "1" };
        var withoutKeys = new Dictionary<string, string?> { ["Sealing:GivenUp:0"] = "1" };
        var wrong = new Dictionary<string, string?>(TestKeys.Settings(First)) { ["Sealing:GivenUp:0"] = First };

        Assert.StartsWith("Sealing:GivenUp names a version that this site has a key for", await _box.FaultAsync(TestKeys.Ring(settings)), StringComparison.Ordinal);
        Assert.StartsWith("Sealing:GivenUp names a version that this site has a key for", await _box.FaultAsync(TestKeys.Ring(withoutKeys, _folder.Folder)), StringComparison.Ordinal);
        var problem = await Assert.ThrowsAsync<UnusableKeysException>(() => _box.FaultAsync(TestKeys.Ring(wrong)));
        Assert.Equal("Sealing:GivenUp:0 must be a whole number from 1.", problem.Message);
    }

    public void Dispose()
    {
        _box.Dispose();
        _folder.Dispose();
    }
}
