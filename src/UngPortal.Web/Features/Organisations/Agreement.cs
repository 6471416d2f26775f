namespace UngPortal.Features.Organisations;

/// <summary>What an organisation has promised, and from when to when its people may work here; both days count.</summary>
public sealed class Agreement
{
    public const int ReferenceMaxLength = 60;
    public const int QuotaMost = 100_000;

    public int Id { get; private set; }

    public int OrganisationId { get; private set; }

    public required DateOnly From { get; init; }

    public DateOnly To { get; private set; }

    public required string Reference { get; init; }

    /// <summary>Questions to answer each month; null when none were agreed.</summary>
    public int? QuestionsPerMonth { get; init; }

    /// <summary>People who may have access at a time; null for no limit.</summary>
    public int? PeopleMost { get; init; }

    public bool Covers(DateOnly day) => From <= day && day <= To;

    public static Agreement Between(DateOnly from, DateOnly to, string reference, int? questionsPerMonth = null, int? peopleMost = null) => to < from
        ? throw new InvalidOperationException("An agreement can't end before it begins.")
        : new Agreement { From = from, To = to, Reference = reference, QuestionsPerMonth = questionsPerMonth, PeopleMost = peopleMost };

    /// <summary>Ends it earlier than agreed.</summary>
    public void EndOn(DateOnly day)
    {
        if (day > To || day < From)
        {
            throw new InvalidOperationException("An agreement is ended within its own time.");
        }

        To = day;
    }
}
