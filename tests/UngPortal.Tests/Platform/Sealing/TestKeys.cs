using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>Master keys made for one test.</summary>
internal static class TestKeys
{
    /// <summary>32 random bytes in base64.</summary>
    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The settings of a ring with these keys, versions from 1, and a pepper.</summary>
    public static Dictionary<string, string?> Settings(params string[] keys) => SettingsWith(New(), [.. keys.Select((key, index) => (index + 1, key))]);

    /// <summary>The settings of a ring with this pepper and these versions.</summary>
    public static Dictionary<string, string?> SettingsWith(string pepper, params (int Version, string Key)[] keys)
    {
        var settings = new Dictionary<string, string?> { [SealingKeys.PepperSetting] = pepper };
        foreach (var (index, (version, key)) in keys.Index())
        {
            settings[$"{SealingKeys.KeysSetting}:{index}:{SealingKeys.VersionSetting}"] = version.ToString(CultureInfo.InvariantCulture);
            settings[$"{SealingKeys.KeysSetting}:{index}:{SealingKeys.KeySetting}"] = key;
        }

        return settings;
    }

    /// <summary>The ring that a site with the settings has; the folder is for its file, when the settings hold no keys.</summary>
    public static SealingKeys Ring(Dictionary<string, string?> settings, string folder = "") =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new DataFolder(Options.Create(new DataFolder.Settings { Path = folder }), new Nowhere()));

    /// <summary>A sealer with these keys.</summary>
    public static Sealer Sealer(params string[] keys) => new(Ring(Settings(keys)));

    private sealed class Nowhere : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
