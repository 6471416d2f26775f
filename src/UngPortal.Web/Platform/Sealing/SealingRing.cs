using System.Globalization;
using System.Security.Cryptography;

namespace UngPortal.Platform.Sealing;

/// <summary>The master keys by version, the one that wraps new records, and the pepper; read strictly.</summary>
internal sealed class SealingRing
{
    private const string Wanted = "32 random bytes in base64 ('openssl rand -base64 32')";
    private readonly SortedDictionary<int, MasterKey> _keys;

    private SealingRing(SortedDictionary<int, MasterKey> keys, MasterKey current, byte[] pepper)
    {
        _keys = keys;
        Current = current;
        Pepper = pepper;
    }

    /// <summary>The key for new records.</summary>
    public MasterKey Current { get; }

    public IReadOnlyCollection<int> Versions => _keys.Keys;

    public byte[] Pepper { get; }

    /// <summary>The key with the version, or null.</summary>
    public MasterKey? Find(int version) => _keys.GetValueOrDefault(version);

    /// <exception cref="SealingKeyMissingException">There is no such version.</exception>
    public MasterKey Get(int version) => Find(version) ?? throw new SealingKeyMissingException(version, "is not among this site's keys");

    /// <summary>Reads the section <c>Sealing</c>, of the settings or of the file. No message repeats a value: it may be a key at the wrong place.</summary>
    /// <exception cref="UnusableKeysException">Something is missing or wrong; says what.</exception>
    public static SealingRing Read(IConfiguration settings, string source = "")
    {
        var keys = new SortedDictionary<int, MasterKey>();
        foreach (var entry in settings.GetSection(SealingKeys.KeysSetting).GetChildren())
        {
            var version = VersionOf(entry[SealingKeys.VersionSetting], $"{entry.Path}:{SealingKeys.VersionSetting}", source);
            var path = $"{entry.Path}:{SealingKeys.KeySetting}";
            var key = BytesOf(entry[SealingKeys.KeySetting], path, source);
            Demand(!keys.ContainsKey(version), $"{source}{entry.Path}:{SealingKeys.VersionSetting} repeats version {version}: give each key a version of its own.");
            Demand(!keys.Values.Any(other => other.HasKeyOf(key)), $"{source}{path} repeats the key of another version: a new version needs a new key.");
            keys.Add(version, new MasterKey(version, key));
        }

        Demand(keys.Count > 0, $"{source}{SealingKeys.PepperSetting} is set and {SealingKeys.KeysSetting} is not: they go together. Set {SealingKeys.KeysSetting}:0:Version and {SealingKeys.KeysSetting}:0:Key.");
        Demand(settings[SealingKeys.PepperSetting] is { Length: > 0 }, $"{source}{SealingKeys.PepperSetting} is missing: {SealingKeys.KeysSetting} needs it. Set the one this site had before, or on a new site {Wanted}.");
        var pepper = BytesOf(settings[SealingKeys.PepperSetting], SealingKeys.PepperSetting, source);
        Demand(!keys.Values.Any(key => key.HasKeyOf(pepper)), $"{source}{SealingKeys.PepperSetting} repeats a key: it must be {Wanted} of its own.");
        return new SealingRing(keys, CurrentOf(settings[SealingKeys.CurrentSetting], keys, source), pepper);
    }

    private static MasterKey CurrentOf(string? chosen, SortedDictionary<int, MasterKey> keys, string source)
    {
        if (string.IsNullOrEmpty(chosen))
        {
            return keys[keys.Keys.Max()];
        }

        var version = VersionOf(chosen, SealingKeys.CurrentSetting, source);
        return keys.GetValueOrDefault(version) ?? throw new UnusableKeysException($"{source}{SealingKeys.CurrentSetting} names version {version}, which is not in {SealingKeys.KeysSetting}: add that key, or name one that is there.");
    }

    internal static int VersionOf(string? text, string path, string source = "")
    {
        var isVersion = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 1;
        Demand(isVersion, $"{source}{path} must be a whole number from 1.");
        return version;
    }

    private static byte[] BytesOf(string? text, string path, string source)
    {
        Demand(!string.IsNullOrWhiteSpace(text), $"{source}{path} is missing: set it to {Wanted}.");
        var room = new byte[text!.Length];
        Demand(Convert.TryFromBase64String(text.Trim(), room, out var length), $"{source}{path} is not base64: set it to {Wanted}.");
        Demand(length == Envelope.KeyBytes, $"{source}{path} holds {length} bytes: set it to {Wanted}.");
        var key = GC.AllocateArray<byte>(Envelope.KeyBytes, pinned: true);
        room.AsSpan(0, length).CopyTo(key);
        CryptographicOperations.ZeroMemory(room);
        return key;
    }

    private static void Demand(bool holds, string problem)
    {
        if (!holds)
        {
            throw new UnusableKeysException(problem);
        }
    }
}
