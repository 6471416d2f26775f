using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Audit;

/// <summary>The key that audit entries are signed with: from the setting <c>Audit:Key</c> (32 bytes, base64), else from a file in the data folder, made at first use.</summary>
public sealed class AuditKey
{
    /// <summary>The setting's name.</summary>
    public const string Setting = "Audit:Key";

    private const int Bytes = 32;
    private readonly byte[] _key;

    /// <summary>Reads or makes the key.</summary>
    /// <exception cref="InvalidOperationException">The setting or the file holds something else than 32 bytes in base64.</exception>
    public AuditKey(IConfiguration configuration, DataFolder folder)
    {
        var text = configuration[Setting] is { Length: > 0 } configured ? configured : FromFile(folder);
        var key = new byte[Bytes];
        _key = Convert.TryFromBase64String(text.Trim(), key, out var length) && length == Bytes
            ? key
            : throw new InvalidOperationException($"{Setting}, or the file audit.key in the data folder, must hold {Bytes} bytes in base64.");
    }

    /// <summary>The signature of an entry's fields, in hex.</summary>
    public string Sign(DateTime at, int? actorId, string actorName, int? organisationId, string action, string subject, string detail) =>
        Mac(string.Create(CultureInfo.InvariantCulture, $"{at.Ticks}\n{actorId}\n{organisationId}\n{Bound(actorName)}{Bound(action)}{Bound(subject)}{Bound(detail)}"));

    /// <summary>Whether the entry says what it said when it was signed.</summary>
    public bool IsSigned(AuditEntry entry) =>
        entry.Mac == Sign(entry.At, entry.ActorId, entry.ActorName, entry.OrganisationId, entry.Action, entry.Subject, entry.Detail);

    /// <summary>The seal of the entry with the number, after the seal before it.</summary>
    public string Seal(string before, long number, string mac) => Mac(string.Create(CultureInfo.InvariantCulture, $"{before}\n{number}\n{mac}"));

    /// <summary>The signature of a cut, whose last deleted entry had the number and the seal.</summary>
    public string SignCut(long number, string seal) => Mac(string.Create(CultureInfo.InvariantCulture, $"cut\n{number}\n{seal}"));

    /// <summary>A text with its length before it, so that no two lists of texts look the same.</summary>
    private static string Bound(string text) => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}\n");

    private static string FromFile(DataFolder folder)
    {
        var path = folder.PathOf("audit.key");
        if (!File.Exists(path))
        {
            var own = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
            File.WriteAllText(own, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
            try
            {
                File.Move(own, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(own); // Another node was first.
            }
        }

        return File.ReadAllText(path);
    }

    private string Mac(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
