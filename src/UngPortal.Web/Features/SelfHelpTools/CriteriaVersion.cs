using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>The catalogue of criteria as it stood at one time. A published version never changes; a new one is a copy.</summary>
public sealed class CriteriaVersion
{
    public const int Most = 60;

    public int Id { get; private set; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public required DateTime BegunAt { get; init; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>Who published it; null for the one that the site came with.</summary>
    public int? PublishedById { get; private set; }

    public int Version { get; private set; }

    public static CriteriaVersion Begin(int number, IReadOnlyList<Criterion> criteria, DateTime now)
    {
        var version = new CriteriaVersion { Number = number, BegunAt = now };
        version.Revise(criteria);
        return version;
    }

    /// <summary>A draft of the next version.</summary>
    public CriteriaVersion Copy(int number, DateTime now) => PublishedAt is null ? throw new InvalidOperationException("A draft is not copied: change it.") : Begin(number, Criteria, now);

    public void Revise(IReadOnlyList<Criterion> criteria)
    {
        if (PublishedAt is not null)
        {
            throw new InvalidOperationException("A published version never changes.");
        }

        if (criteria.Count > Most || criteria.Any(one => !Slug.IsValid(one.Key)) || criteria.DistinctBy(one => one.Key).Count() != criteria.Count)
        {
            throw new InvalidOperationException($"At most {Most} criteria, each with a key of its own.");
        }

        Criteria = criteria;
    }

    public void Publish(int? staffId, DateTime now)
    {
        if (PublishedAt is not null || !IsComplete)
        {
            throw new InvalidOperationException("A version is published once, and has something to score in each area and for each assessor.");
        }

        (PublishedAt, PublishedById) = (now, staffId);
    }

    /// <summary>Whether every area has something to score and each assessor something to answer.</summary>
    public bool IsComplete => Enum.GetValues<QualityArea>().All(area => Criteria.Any(one => one.Area == area && !one.IsKnockOut)) && Enum.GetValues<AssessmentPart>().All(part => Of(part).Any());

    public IEnumerable<Criterion> Of(AssessmentPart part) => Criteria.Where(one => one.Part == part);
}
