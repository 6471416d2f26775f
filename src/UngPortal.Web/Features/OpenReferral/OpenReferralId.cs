using System.Security.Cryptography;
using System.Text;

namespace UngPortal.Features.OpenReferral;

/// <summary>The ids of HSDS: name-based UUIDs (RFC 9562, version 5) of a kind and a key, so that they are the same on every node, after every import, and in a copy of the register.</summary>
public static class OpenReferralId
{
    /// <summary>The namespace; it was drawn once and is never changed.</summary>
    private static readonly Guid Own = new("6f0b6c1e-0d0a-4a55-9d6b-4f1f6c1f2a77");

    /// <summary>The id of the thing that the parts name together.</summary>
    public static Guid Of(string kind, params ReadOnlySpan<string> parts)
    {
        var name = Encoding.UTF8.GetBytes(kind + "/" + string.Join('/', parts!));
        Span<byte> all = new byte[16 + name.Length];
        Own.TryWriteBytes(all, bigEndian: true, out _);
        name.CopyTo(all[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // Version 5 asks for this hash; nothing is kept secret by it.
        SHA1.HashData(all, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
