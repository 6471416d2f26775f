using System.Security.Cryptography;
using System.Text;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Sealing;

/// <summary>The keys that everything sealed hangs on: from the settings under <c>Sealing</c>, else from the file <c>sealing.keys</c> in the data folder. Read when first needed, and then kept.</summary>
public sealed class SealingKeys
{
    /// <summary>The list of master keys, each with <see cref="VersionSetting"/> and <see cref="KeySetting"/>.</summary>
    public const string KeysSetting = "Sealing:Keys";

    /// <summary>In each key: its version, a whole number from 1.</summary>
    public const string VersionSetting = "Version";

    /// <summary>In each key: 32 bytes in base64.</summary>
    public const string KeySetting = "Key";

    /// <summary>The secret, 32 bytes in base64, behind <see cref="Derive"/>; it is never rotated.</summary>
    public const string PepperSetting = "Sealing:Pepper";

    /// <summary>The version for new records, while not every node has a newer key yet; the highest unless given.</summary>
    public const string CurrentSetting = "Sealing:Current";

    /// <summary>The list of versions whose keys are lost for good: the site starts without them, and what they sealed stays unreadable.</summary>
    public const string GivenUpSetting = "Sealing:GivenUp";

    private const int DerivedBytes = 32;
    private readonly IConfiguration _settings;
    private readonly SealingFile _file;
    private readonly Lazy<SealingRing> _ring;

    /// <summary>Reads nothing yet: the site also starts where no file can be made because nothing can be written.</summary>
    public SealingKeys(IConfiguration configuration, DataFolder folder)
    {
        (_settings, _file) = (configuration, new SealingFile(folder));
        // A failure is not kept: the disk may have room again at the next try.
        _ring = new(() => IsConfigured ? SealingRing.Read(_settings) : _file.Read(), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The version that wraps new records.</summary>
    /// <exception cref="UnusableKeysException">The keys can't be used.</exception>
    public int Current => Ring.Current.Version;

    /// <summary>All versions, from the lowest.</summary>
    /// <exception cref="UnusableKeysException">The keys can't be used.</exception>
    public IReadOnlyCollection<int> Versions => Ring.Versions;

    /// <summary>The versions whose keys are lost for good.</summary>
    /// <exception cref="UnusableKeysException">The setting holds something else than versions.</exception>
    public IReadOnlySet<int> GivenUp => _settings.GetSection(GivenUpSetting).GetChildren().Select(entry => SealingRing.VersionOf(entry.Value, entry.Path)).ToHashSet();

    /// <summary>Whether there are keys, so that none need be made.</summary>
    internal bool AreThere => IsConfigured || _file.Exists;

    internal SealingRing Ring => _ring.Value;

    private bool IsConfigured => _settings.GetSection(KeysSetting).GetChildren().Any() || _settings[PepperSetting] is { Length: > 0 };

    /// <summary>A key of 32 bytes that is the same on every node and for ever: HKDF-SHA256 of the pepper.</summary>
    /// <param name="purpose">What it is for, in a lasting word; another purpose gives another key.</param>
    /// <exception cref="UnusableKeysException">The keys can't be used.</exception>
    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Ring.Pepper, DerivedBytes, info: Encoding.UTF8.GetBytes($"ungportal derived key\n{purpose}"));
}
