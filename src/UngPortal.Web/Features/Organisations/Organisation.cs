using System.Globalization;
using UngPortal.Kernel;

namespace UngPortal.Features.Organisations;

/// <summary>One of those that share the house.</summary>
public sealed class Organisation
{
    public const int NameMaxLength = 120;
    public const int ContactMaxLength = 120;
    public const int EmailMaxLength = 254;
    public const int PhoneMaxLength = 20;

    private readonly List<Agreement> _agreements = [];

    public int Id { get; private set; }

    /// <summary>Nine digits, checked; the register's key.</summary>
    public required string Number { get; init; }

    public string Name { get; private set; } = "";

    /// <summary>The name in small letters: SQLite folds no æ, ø or å.</summary>
    public string SearchName { get; private set; } = "";

    public Sector Sector { get; private set; }

    public string ContactName { get; private set; } = "";

    public string ContactEmail { get; private set; } = "";

    public string ContactPhone { get; private set; } = "";

    /// <summary>The roles its people may be given.</summary>
    public StaffRole[] RolesOffered { get; private set; } = [];

    public bool IsCouncilMember { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Agreement> Agreements => _agreements;

    public bool HasAgreementOn(DateOnly day) => _agreements.Exists(agreement => agreement.Covers(day));

    public void Describe(string name, Sector sector, string contactName, string contactEmail, string contactPhone, IEnumerable<StaffRole> rolesOffered, bool isCouncilMember)
    {
        Name = name;
        SearchName = SearchFormOf(name);
        Sector = sector;
        ContactName = contactName;
        ContactEmail = contactEmail;
        ContactPhone = contactPhone;
        RolesOffered = [.. rolesOffered.Distinct().Order()];
        IsCouncilMember = isCouncilMember;
    }

    public static string SearchFormOf(string text) => text.Trim().ToLower(CultureInfo.InvariantCulture);

    /// <summary>Whether no agreement holds on any of the days.</summary>
    public bool IsFree(DateOnly from, DateOnly to) => !_agreements.Exists(other => other.From <= to && from <= other.To);

    /// <summary>Adds an agreement; two at a time are not allowed, since nobody could say which quotas hold.</summary>
    public void Agree(Agreement agreement)
    {
        if (!IsFree(agreement.From, agreement.To))
        {
            throw new InvalidOperationException("Two agreements would hold on the same day.");
        }

        _agreements.Add(agreement);
        Version++;
    }

    /// <summary>Ends one of its agreements earlier than agreed.</summary>
    public void EndAgreement(int agreementId, DateOnly day)
    {
        _agreements.Single(agreement => agreement.Id == agreementId).EndOn(day);
        Version++;
    }

    /// <summary>Whether today's agreement has room for more people. Of two who ask at the same moment for the last place, the version lets one through.</summary>
    /// <param name="today">The day in Oslo.</param>
    /// <param name="peopleBefore">How many have access now or are invited.</param>
    public Room Admit(DateOnly today, int peopleBefore)
    {
        if (_agreements.Find(agreement => agreement.Covers(today)) is not { } agreement)
        {
            return Room.NoAgreement;
        }

        if (agreement.PeopleMost is { } most)
        {
            if (peopleBefore >= most)
            {
                return Room.Full;
            }

            Version++;
        }

        return Room.Free;
    }
}
