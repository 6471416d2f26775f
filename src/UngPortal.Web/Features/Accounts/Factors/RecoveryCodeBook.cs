using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.Factors;

/// <summary>Issues and spends recovery codes. Source: ASVS 5.0 V6.5.2 to V6.5.4.</summary>
public sealed class RecoveryCodeBook(PortalDbContext db, TimeProvider time)
{
    public const int TypedMaxLength = 60;
    private const int Bytes = 16;
    private const int GroupLength = 4;

    /// <summary>Ten new codes instead of all old ones, with the save that follows. This is the one time they can be read.</summary>
    public async Task<IReadOnlyList<string>> ReplaceAsync(int staffId, CancellationToken cancellationToken)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(code => code.StaffId == staffId).ToListAsync(cancellationToken));
        var codes = Enumerable.Range(0, RecoveryCode.CodesAtATime).Select(_ => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes))).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { StaffId = staffId, Hash = StaffSessions.HashOf(code) }));
        return [.. codes.Select(code => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group))))];
    }

    /// <summary>Spends a code with the save that follows; false when it is unknown or used.</summary>
    public async Task<bool> TrySpendAsync(int staffId, string? typed, CancellationToken cancellationToken)
    {
        var hash = StaffSessions.HashOf(string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant());
        if (await db.RecoveryCodes.FirstOrDefaultAsync(code => code.StaffId == staffId && code.Hash == hash && code.UsedAt == null, cancellationToken) is not { } found)
        {
            return false;
        }

        found.Use(time.GetUtcNow().UtcDateTime);
        return true;
    }
}
