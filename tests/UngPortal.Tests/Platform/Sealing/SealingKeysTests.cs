using UngPortal.Platform.Sealing;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>Where the keys come from: settings, or a file that is made once.</summary>
public sealed class SealingKeysTests : IDisposable
{
    private static readonly Dictionary<string, string?> None = [];
    private readonly TestDatabase _folder = TestDatabase.Empty();

    private string File => Path.Combine(_folder.Folder, "sealing.keys");

    [Fact]
    public void Read_WithoutSettings_MakesAFileOnceAndKeepsToIt()
    {
        var (wrapped, seal) = new Sealer(TestKeys.Ring(None, _folder.Folder)).New("question", "1");
        seal.Dispose();

        var again = TestKeys.Ring(None, _folder.Folder);

        new Sealer(again).Open("question", "1", wrapped).Dispose();
        Assert.Equal(1, again.Current);
        Assert.Equal([1], again.Versions);
        Assert.Equal([File], Directory.GetFiles(_folder.Folder));
    }

    [Fact]
    public void V11_1_1_the_file_is_for_the_sites_user_alone()
    {
        _ = TestKeys.Ring(None, _folder.Folder).Current;

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task Read_ByManyNodesAtOnce_GivesAllTheSameKeys()
    {
        // Many times over: two that are given different keys meet seldom.
        for (var round = 0; round < 25; round++)
        {
            System.IO.File.Delete(File);
            using var gate = new ManualResetEventSlim();
            var nodes = Enumerable.Range(0, 16).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    gate.Wait();
                    return Convert.ToHexString(TestKeys.Ring(None, _folder.Folder).Derive("prove"));
                },
                TaskCreationOptions.LongRunning)).ToList();

            gate.Set();

            Assert.Single((await Task.WhenAll(nodes)).Distinct());
            Assert.Equal([File], Directory.GetFiles(_folder.Folder));
        }
    }

    [Fact]
    public void Read_TheFilesLinesAsSettings_GivesTheSameKeys()
    {
        var fromFile = TestKeys.Ring(None, _folder.Folder);
        var (wrapped, seal) = new Sealer(fromFile).New("question", "1");
        seal.Dispose();
        var settings = System.IO.File.ReadAllLines(File).Where(line => line.StartsWith("Sealing__", StringComparison.Ordinal)).Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0].Replace("__", ":", StringComparison.Ordinal), string? (pair) => pair[1]);

        var configured = TestKeys.Ring(settings);

        new Sealer(configured).Open("question", "1", wrapped).Dispose();
        Assert.Equal(fromFile.Derive("prove"), configured.Derive("prove"));
    }

    [Fact]
    public void Read_WithSettings_MakesNoFile()
    {
        _ = TestKeys.Ring(TestKeys.Settings(TestKeys.New()), _folder.Folder).Current;

        Assert.Empty(Directory.GetFiles(_folder.Folder));
    }

    [Fact]
    public void Current_WhileNotAllNodesHaveTheNewKey_MayStayTheOldOne()
    {
        var settings = TestKeys.Settings(TestKeys.New(), TestKeys.New());

        Assert.Equal(2, TestKeys.Ring(settings).Current);
        Assert.Equal(1, TestKeys.Ring(new(settings) { ["Sealing:Current"] = "1" }).Current);
    }

    [Fact]
    public void Derive_ForPurposes_GivesLastingKeysOfTheirOwn()
    {
        var (pepper, key) = (TestKeys.New(), TestKeys.New());
        var before = TestKeys.Ring(TestKeys.SettingsWith(pepper, (1, key)));
        var rotated = TestKeys.Ring(TestKeys.SettingsWith(pepper, (2, TestKeys.New()), (1, key)));

        Assert.Equal(32, before.Derive("answer-code").Length);
        Assert.Equal(before.Derive("answer-code"), rotated.Derive("answer-code"));
        Assert.NotEqual(before.Derive("answer-code"), before.Derive("something else"));
        Assert.NotEqual(before.Derive("answer-code"), TestKeys.Ring(TestKeys.SettingsWith(TestKeys.New(), (1, key))).Derive("answer-code"));
    }

    [Fact]
    public void Read_AFileWithAnyByteChangedOrCut_IsRefused()
    {
        _ = TestKeys.Ring(None, _folder.Folder).Current;
        var whole = System.IO.File.ReadAllBytes(File);
        foreach (var at in Enumerable.Range(0, whole.Length - 1))
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= 1;
            System.IO.File.WriteAllBytes(File, changed);
            AssertDamaged();
            System.IO.File.WriteAllBytes(File, whole[..at]);
            AssertDamaged();
        }
    }

    [Fact]
    public void Read_AFileThatCannotBeRead_IsRefused()
    {
        _ = TestKeys.Ring(None, _folder.Folder).Current;
        using var other = new FileStream(File, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var problem = Assert.Throws<UnusableKeysException>(() => TestKeys.Ring(None, _folder.Folder).Current);

        Assert.StartsWith($"The file {File} can't be read: let the site's user read it, or set Sealing:Keys and Sealing:Pepper.", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertDamaged()
    {
        var problem = Assert.Throws<UnusableKeysException>(() => TestKeys.Ring(None, _folder.Folder).Current);
        Assert.StartsWith($"The file {File} is damaged: restore it from a copy.", problem.Message, StringComparison.Ordinal);
    }
}
