using System.Buffers.Binary;
using System.Security.Cryptography;

namespace UngPortal.Features.Questions.Codes;

/// <summary>Five words that open one thread: 55 bits, shown once and kept nowhere.</summary>
public sealed class AnswerCode
{
    public const int Words = 5;

    /// <summary>Nobody types more; longer texts are no code.</summary>
    public const int TypedMaxLength = 200;

    private const int BitsAWord = 11;
    private readonly int[] _places;

    private AnswerCode(IEnumerable<int> places) => _places = [.. places];

    /// <summary>As it is shown: the words with hyphens between.</summary>
    public override string ToString() => string.Join('-', _places.Select(place => CodeWords.All[place]));

    /// <summary>The code that belongs to a secret: the same form sent twice gets the same code, though no code is kept.</summary>
    /// <remarks>A code whose words could be read in two ways when written as one is passed over.</remarks>
    public static AnswerCode From(byte[] serverKey, ReadOnlySpan<byte> secret)
    {
        Span<byte> asked = stackalloc byte[secret.Length + 1];
        secret.CopyTo(asked);
        while (true)
        {
            var code = OfBits(BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(serverKey, asked)));
            if (CodeWords.Split(string.Concat(code._places.Select(place => CodeWords.All[place])), Words).Count == 1)
            {
                return code;
            }

            asked[^1]++;
        }
    }

    /// <summary>Reads what somebody typed: any case, with spaces, other signs or nothing between the words; null when it is no code.</summary>
    public static AnswerCode? Parse(string? typed)
    {
        if (typed?.Trim() is not { Length: <= TypedMaxLength } text)
        {
            return null;
        }

        var parts = Parts(text);
        if (parts.Count == Words && parts.ConvertAll(CodeWords.Find) is var places && !places.Contains(null))
        {
            return new AnswerCode(places.OfType<int>());
        }

        return CodeWords.Split(string.Concat(parts), Words) is [var only] ? new AnswerCode(only) : null;
    }

    /// <summary>The words' places, for hashing: two bytes each.</summary>
    internal byte[] ToBytes()
    {
        var bytes = new byte[Words * sizeof(ushort)];
        for (var i = 0; i < Words; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * sizeof(ushort)), (ushort)_places[i]);
        }

        return bytes;
    }

    private static AnswerCode OfBits(ulong bits) => new(Enumerable.Range(0, Words).Select(word => (int)(bits >> (word * BitsAWord)) & (CodeWords.Count - 1)));

    private static List<string> Parts(string typed)
    {
        var parts = new List<string>();
        var start = -1;
        for (var i = 0; i <= typed.Length; i++)
        {
            var isLetter = i < typed.Length && (char.IsLetter(typed[i]) || char.GetUnicodeCategory(typed[i]) == System.Globalization.UnicodeCategory.NonSpacingMark);
            if (isLetter && start < 0)
            {
                start = i;
            }
            else if (!isLetter && start >= 0)
            {
                parts.Add(typed[start..i]);
                start = -1;
            }
        }

        return parts;
    }
}
