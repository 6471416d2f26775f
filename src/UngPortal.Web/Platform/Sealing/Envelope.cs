using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UngPortal.Platform.Sealing;

/// <summary>The one place where AES-256-GCM is called: a fresh nonce, the sealed bytes, the tag.</summary>
internal static class Envelope
{
    public const int KeyBytes = 32;
    public const int NonceBytes = 12;
    public const int TagBytes = 16;

    /// <summary>What sealing adds to the plain bytes.</summary>
    public const int Overhead = NonceBytes + TagBytes;

    /// <summary>A cipher for the key, which it copies into memory that is wiped when it is disposed of. Not for two threads at once.</summary>
    public static AesGcm CipherOf(ReadOnlySpan<byte> key) => new(key, TagBytes);

    /// <summary>Seals into the target, which is <see cref="Overhead"/> longer than the plain bytes.</summary>
    public static void Seal(AesGcm cipher, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context, Span<byte> target)
    {
        var nonce = target[..NonceBytes];
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, plain, target.Slice(NonceBytes, plain.Length), target[(NonceBytes + plain.Length)..], context);
    }

    /// <summary>Opens into the plain bytes. Returns false, with nothing in them, when anything but this key, these bytes and this context was there at the sealing.</summary>
    public static bool TryOpen(AesGcm cipher, ReadOnlySpan<byte> source, ReadOnlySpan<byte> context, Span<byte> plain)
    {
        try
        {
            cipher.Decrypt(source[..NonceBytes], source[NonceBytes..^TagBytes], source[^TagBytes..], plain, context);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    /// <summary>Additional data of a number and texts, each with its length before it, so that no two lists look the same.</summary>
    public static byte[] Context(byte format, int number, params ReadOnlySpan<string> parts)
    {
        var length = 1 + sizeof(int);
        foreach (var part in parts)
        {
            length += sizeof(int) + Encoding.UTF8.GetByteCount(part);
        }

        var context = new byte[length];
        context[0] = format;
        BinaryPrimitives.WriteInt32LittleEndian(context.AsSpan(1), number);
        var at = 1 + sizeof(int);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part, context.AsSpan(at + sizeof(int)));
            BinaryPrimitives.WriteInt32LittleEndian(context.AsSpan(at), bytes);
            at += sizeof(int) + bytes;
        }

        return context;
    }
}
