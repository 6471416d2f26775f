using UngPortal.Platform.Sealing;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>What the README says of cryptography is what the program does.</summary>
public sealed class CryptoInventoryTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Theory]
    [InlineData("| texts | AES-256-GCM, random nonce of 12 bytes, tag of 16; padded to 64 bytes |")]
    [InlineData("| derived keys | HKDF-SHA256 of the pepper and a purpose |")]
    [InlineData("| audit trail | HMAC-SHA256 |")]
    [InlineData("### Rotating the master key")]
    [InlineData("### When a key is lost")]
    public void V11_1_2_the_readme_lists_algorithms_and_the_life_of_keys(string text) => Assert.Contains(text, Readme, StringComparison.Ordinal);

    [Theory]
    [InlineData(SealingKeys.KeysSetting + ":0:" + SealingKeys.VersionSetting)]
    [InlineData(SealingKeys.KeysSetting + ":0:" + SealingKeys.KeySetting)]
    [InlineData(SealingKeys.PepperSetting)]
    [InlineData(SealingKeys.CurrentSetting)]
    [InlineData(SealingKeys.GivenUpSetting + ":0")]
    public void Readme_NamesEverySetting(string setting) => Assert.Contains($"`{setting.Replace(":", "__", StringComparison.Ordinal)}`", Readme, StringComparison.Ordinal);

    [Fact]
    public void V11_2_3_keys_have_256_bits()
    {
        var (key, seal) = TestKeys.Sealer(TestKeys.New()).New("question", "1");
        seal.Dispose();

        // Format, mark and nonce before the key, the tag after it.
        Assert.Equal(1 + 8 + 12 + (256 / 8) + 16, key.Bytes.Length);
        Assert.Equal(256 / 8, TestKeys.Ring(TestKeys.Settings(TestKeys.New())).Derive("prove").Length);
    }
}
