namespace UngPortal.Platform.Access;

/// <summary>Tells a person what waits for just them; each feature with work to do has one. Source: product/access.md, "Admin home".</summary>
public interface IMyWork
{
    /// <summary>What waits for the person, at most a few dozen items.</summary>
    Task<IReadOnlyList<WorkItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken);
}
