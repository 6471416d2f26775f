namespace UngPortal.Platform.Access;

/// <summary>Tells a person what others have done with what is theirs; each feature where that happens has one. Source: product/access.md, "Admin home".</summary>
public interface IMyNews
{
    /// <summary>What happened in the last fortnight, at most a dozen items.</summary>
    Task<IReadOnlyList<NewsItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken);
}
