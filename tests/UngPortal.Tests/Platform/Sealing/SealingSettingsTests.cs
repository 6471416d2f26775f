using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>Settings that can't be used, each with the line that says so. No line repeats a value.</summary>
public sealed class SealingSettingsTests
{
    public static TheoryData<string, string?, string> WrongSettings => new()
    {
        { "Sealing:Keys:1:Key", "ikke base64!", "Sealing:Keys:1:Key is not base64: set it to 32 random bytes in base64 ('openssl rand -base64 32')." },
        { "Sealing:Keys:1:Key", "AAAA", "Sealing:Keys:1:Key holds 3 bytes: set it to 32 random bytes in base64 ('openssl rand -base64 32')." },
        { "Sealing:Keys:1:Key", "", "Sealing:Keys:1:Key is missing: set it to 32 random bytes in base64 ('openssl rand -base64 32')." },
        { "Sealing:Keys:1:Version", "1", "Sealing:Keys:1:Version repeats version 1: give each key a version of its own." },
        { "Sealing:Keys:1:Version", "0", "Sealing:Keys:1:Version must be a whole number from 1." },
        { "Sealing:Keys:1:Version", "-2", "Sealing:Keys:1:Version must be a whole number from 1." },
        { "Sealing:Keys:1:Version", "KANARI-VERSJON", "Sealing:Keys:1:Version must be a whole number from 1." },
        { "Sealing:Keys:1:Version", null, "Sealing:Keys:1:Version must be a whole number from 1." },
        { "Sealing:Pepper", null, "Sealing:Pepper is missing: Sealing:Keys needs it. Set the one this site had before, or on a new site 32 random bytes in base64 ('openssl rand -base64 32')." },
        { "Sealing:Pepper", "AAAA", "Sealing:Pepper holds 3 bytes: set it to 32 random bytes in base64 ('openssl rand -base64 32')." },
        { "Sealing:Current", "3", "Sealing:Current names version 3, which is not in Sealing:Keys: add that key, or name one that is there." },
        { "Sealing:Current", "ny", "Sealing:Current must be a whole number from 1." },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void Read_WithAWrongSetting_SaysWhichAndWhatToDo(string setting, string? value, string message)
    {
        var settings = new Dictionary<string, string?>(TestKeys.Settings(TestKeys.New(), TestKeys.New())) { [setting] = value };

        Assert.Equal(message, Assert.Throws<UnusableKeysException>(() => TestKeys.Ring(settings).Current).Message);
    }

    [Fact]
    public void Read_AKeyOrPepperUsedTwice_IsRefused()
    {
        var key = TestKeys.New();

        Assert.StartsWith("Sealing:Keys:1:Key repeats", Assert.Throws<UnusableKeysException>(() => TestKeys.Ring(TestKeys.Settings(key, key)).Current).Message, StringComparison.Ordinal);
        Assert.StartsWith("Sealing:Pepper repeats", Assert.Throws<UnusableKeysException>(() => TestKeys.Ring(TestKeys.SettingsWith(key, (1, key))).Current).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_APepperWithoutKeys_IsRefused()
    {
        var problem = Assert.Throws<UnusableKeysException>(() => TestKeys.Ring(new() { ["Sealing:Pepper"] = TestKeys.New() }).Current);

        Assert.StartsWith("Sealing:Pepper is set and Sealing:Keys is not", problem.Message, StringComparison.Ordinal);
    }
}
