namespace UngPortal.Platform.Audit;

/// <summary>One thing that somebody did, written in the same transaction as the thing itself and never changed. Source: product/access.md, ASVS 5.0 V16.2.</summary>
public sealed class AuditEntry
{
    /// <summary>The longest action, in characters.</summary>
    public const int ActionMaxLength = 60;

    /// <summary>The longest subject, in characters.</summary>
    public const int SubjectMaxLength = 200;

    /// <summary>The longest detail, in characters; longer ones are cut.</summary>
    public const int DetailMaxLength = 1_000;

    /// <summary>The longest name of a person, in characters.</summary>
    public const int NameMaxLength = 120;

    /// <summary>How many years an entry is kept. Source: product/principles.md, "Retention".</summary>
    public const int KeptYears = 5;

    /// <summary>The row's number; ascending, with gaps.</summary>
    public long Id { get; private set; }

    /// <summary>When, UTC, to the millisecond.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who; null for the site itself and for somebody who is not signed in.</summary>
    public required int? ActorId { get; init; }

    /// <summary>The name the person had then.</summary>
    public required string ActorName
    {
        get;
        init => (field, ActorSearchName) = (value, SearchFormOf(value));
    }

    /// <summary>The name in small letters: SQLite folds no æ, ø or å.</summary>
    public string ActorSearchName { get; private init; } = "";

    /// <summary>The organisation whose matter it is; null for the whole portal's.</summary>
    public required int? OrganisationId { get; init; }

    /// <summary>What was done, e.g. <c>signed-in</c>.</summary>
    public required string Action { get; init; }

    /// <summary>To which thing, e.g. <c>article:sovn</c> or <c>staff:17</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What more there is to know; never what a young person wrote.</summary>
    public required string Detail { get; init; }

    /// <summary>HMAC-SHA256 of the fields above under the audit key, in hex.</summary>
    public required string Mac { get; init; }

    /// <summary>Its place in the chain, from 1; null until it is sealed.</summary>
    public long? Number { get; private set; }

    /// <summary>HMAC-SHA256 over the seal before it, its number and its own <see cref="Mac"/>, in hex.</summary>
    public string? Seal { get; private set; }

    /// <summary>A name, or a part of one, as it is searched for.</summary>
    public static string SearchFormOf(string name) => name.Trim().ToLowerInvariant();

    /// <summary>Gives it its place in the chain.</summary>
    /// <exception cref="InvalidOperationException">It has one.</exception>
    public void SealAs(long number, string seal)
    {
        if (Number is not null)
        {
            throw new InvalidOperationException("A sealed entry stays as it is.");
        }

        Number = number;
        Seal = seal;
    }
}
