namespace UngPortal.Features.Accounts;

/// <summary>One signed-in browser. The cookie holds a secret; here stands only its hash, so that ending the row ends the session on every node at once.</summary>
public sealed class StaffSession
{
    public const int HashLength = 64;
    public const int BrowserMaxLength = 80;
    public const int MethodMaxLength = 20;

    public static readonly TimeSpan IdleMost = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan LengthMost = TimeSpan.FromHours(10);

    public long Id { get; private set; }

    public required int StaffId { get; init; }

    public required string SecretHash { get; init; }

    public required DateTime BegunAt { get; init; }

    public DateTime SeenAt { get; private set; }

    /// <summary>When the person last proved who they are.</summary>
    public DateTime ConfirmedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>What the person recognises it by, e.g. <c>Chrome, Windows</c>; only shown to that person.</summary>
    public required string Browser { get; init; }

    /// <summary>How it was begun: <c>passkey</c>, <c>password</c>, <c>external</c> or <c>demo</c>.</summary>
    public required string Method { get; init; }

    public static StaffSession Begin(int staffId, string secretHash, string browser, string method, DateTime now) => new()
    {
        StaffId = staffId,
        SecretHash = secretHash,
        BegunAt = now,
        SeenAt = now,
        ConfirmedAt = now,
        Browser = browser.Length > BrowserMaxLength ? browser[..BrowserMaxLength] : browser,
        Method = method,
    };

    public bool IsAlive(DateTime now) => EndedAt is null && now - SeenAt <= IdleMost && now - BegunAt <= LengthMost;

    public void Seen(DateTime now) => SeenAt = now > SeenAt ? now : SeenAt;

    public void Confirm(DateTime now) => ConfirmedAt = now;

    public void End(DateTime now) => EndedAt ??= now;
}
