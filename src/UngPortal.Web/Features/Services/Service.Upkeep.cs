using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <content>How fresh its facts are, and who keeps them so.</content>
public sealed partial class Service
{
    public const int AssurerEmailMaxLength = 254;
    public const int CriteriaNoteMaxLength = 600;

    /// <summary>A site that doesn't answer is a task once it has been silent for so many checks.</summary>
    public const int SilencesForgiven = 2;

    /// <summary>The day when this site took it in.</summary>
    public DateOnly? TakenIn { get; private set; }

    /// <summary>Who is asked whether the facts are right; null when nobody is.</summary>
    public string? AssurerEmail { get; private set; }

    /// <summary>When the assurer was last asked, UTC; null once it is answered.</summary>
    public DateTime? AskedAt { get; private set; }

    /// <summary>When staff last changed it, UTC; from then on the shipped files have no say in it.</summary>
    public DateTime? EditedAt { get; private set; }

    public ListingCriterion[] CriteriaMet { get; private set; } = [];

    public DateOnly? CriteriaCheckedOn { get; private set; }

    public string CriteriaNote { get; private set; } = "";

    public DateTime? LinksCheckedAt { get; private set; }

    public LinkFault? LinkFault { get; private set; }

    /// <summary>How many checks in a row got no answer.</summary>
    public int Silences { get; private set; }

    public bool MeetsAllCriteria => CriteriaMet.Length == Enum.GetValues<ListingCriterion>().Length;

    public Freshness FreshnessOn(DateOnly today) => AssuranceLadder.On(today, Kind, Assured, TakenIn);

    /// <summary>What can be said of a channel: nothing once the facts have gone stale.</summary>
    public OpeningState StateOf(ServiceChannel channel, Instant now) => FreshnessOn(OsloTime.DayOf(now.ToDateTimeUtc())) == Freshness.Stale ? new OpeningState.Unknown() : channel.StateAt(now);

    public void TakeIn(DateOnly day) => TakenIn = TakenIn is null ? day : throw new InvalidOperationException("It is here already.");

    /// <summary>Replaces everything that is known about it, by somebody's own hand.</summary>
    public void Edit(ServiceFacts facts, DateTime now)
    {
        Revise(facts);
        EditedAt = now;
        Version++;
    }

    /// <summary>Takes back what an import changed.</summary>
    public void PutBack(ServiceFacts facts, DateTime? editedAt)
    {
        Revise(facts);
        EditedAt = editedAt;
        Version++;
    }

    /// <summary>Somebody held the facts against the source.</summary>
    public void Assure(DateOnly day)
    {
        if (day < Assured)
        {
            throw new InvalidOperationException("It was confirmed later than that.");
        }

        (Assured, AskedAt) = (day, null);
        Version++;
    }

    public void NameAssurer(string? email)
    {
        (AssurerEmail, AskedAt) = (email, null);
        Version++;
    }

    public void AskAssurer(DateTime now)
    {
        AskedAt = AssurerEmail is null ? throw new InvalidOperationException("Nobody is there to be asked.") : now;
    }

    /// <summary>Notes which criteria it meets.</summary>
    public void Judge(IEnumerable<ListingCriterion> met, string note, DateOnly day)
    {
        (CriteriaMet, CriteriaNote, CriteriaCheckedOn) = ([.. met.Distinct().Order()], note, day);
        Version++;
    }

    /// <summary>Notes what a check found; a site that is silent once or twice is forgiven.</summary>
    public void NoteLinks(LinkFault? fault, DateTime now)
    {
        Silences = fault == Services.LinkFault.Unreachable ? Silences + 1 : 0;
        (LinkFault, LinksCheckedAt) = (Silences is > 0 and <= SilencesForgiven ? LinkFault : fault, now);
    }
}
