using System.Security.Cryptography;
using System.Text;

namespace UngPortal.Features.Answers.Nearest;

/// <summary>Which answers are nearest to a public text, so that they need not be looked for each time its page is rendered.</summary>
public sealed class KeptNearest
{
    /// <summary>After this they are looked for anew: by then there are newer answers.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    public const int HashBytes = 32;

    /// <summary>A hash of the text, its language and what is left out: another text finds no row, so nothing has to be told of a change.</summary>
    public required byte[] TextHash { get; init; }

    /// <summary>Public numbers, the nearest first.</summary>
    public required int[] PublicIds { get; init; }

    public required DateTime FoundAt { get; init; }

    public static byte[] HashOf(string text, string language, string? except, double leastShare) => SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{language}|{except}|{leastShare}|{text}")));
}
