using System.Security.Cryptography;

namespace UngPortal.Features.Questions.Codes;

/// <summary>A form's own secret: made when the form is shown, it names the question that the form becomes, once however often it is sent.</summary>
public sealed record FormKey(byte[] Secret, DateTime MadeAt)
{
    private const int Bytes = 16;

    public static FormKey New(DateTime now) => new(RandomNumberGenerator.GetBytes(Bytes), now);

    /// <summary>What is kept of it: nobody gets from here to the secret, nor to the code.</summary>
    public byte[] Hash => SHA256.HashData(Secret);

    internal byte[] ToBytes() => [.. BitConverter.GetBytes(MadeAt.Ticks), .. Secret];

    internal static FormKey? FromBytes(byte[] bytes) => bytes.Length == sizeof(long) + Bytes ? new(bytes[sizeof(long)..], new DateTime(BitConverter.ToInt64(bytes), DateTimeKind.Utc)) : null;
}
