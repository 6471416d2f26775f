using System.Security.Cryptography;
using NSec.Cryptography;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions.Codes;

/// <summary>What a code is known by: Argon2id over an HMAC with a server key, so that the database alone, or the key alone, opens nothing. Source: quality.md, "Security".</summary>
/// <remarks>
/// The salt is the server's and not the row's, since a code must be found by its hash; 55 random bits need no salt of their own.
/// 4 MB and one pass cost 2 ms: with both database and key in hand, all codes would still take two million processor years.
/// </remarks>
public sealed class CodeHashing(SealingKeys keys)
{
    private const int SaltBytes = 16;
    private const int Kibibytes = 4_096;

    private static readonly Argon2id Slow = new(new Argon2Parameters { DegreeOfParallelism = 1, MemorySize = Kibibytes, NumberOfPasses = 1 });

    private readonly byte[] _serverKey = keys.Derive("answer-codes");
    private readonly byte[] _salt = keys.Derive("answer-code-salt")[..SaltBytes];
    private readonly byte[] _formKey = keys.Derive("answer-code-forms");

    /// <summary>The hash of a code. What is no code gets one as well, that of nobody, so that both take the same time.</summary>
    public byte[] HashOf(AnswerCode? code) => Slow.DeriveBytes(HMACSHA256.HashData(_serverKey, code?.ToBytes() ?? []), _salt, QuestionThread.CodeHashBytes);

    /// <summary>The code of the question that a form with this secret key becomes.</summary>
    public AnswerCode CodeOf(FormKey form) => AnswerCode.From(_formKey, form.Secret);
}
