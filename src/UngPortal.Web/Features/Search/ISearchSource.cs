namespace UngPortal.Features.Search;

/// <summary>A feature's own part of what can be found.</summary>
public interface ISearchSource
{
    /// <summary>The kind of the outbox rows whose keys name what has changed.</summary>
    string Changes { get; }

    /// <summary>The documents of the keys; of what is gone there are none.</summary>
    Task<IReadOnlyList<SearchDocument>> OfAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>All there is to find.</summary>
    IAsyncEnumerable<SearchDocument> AllAsync(CancellationToken cancellationToken);
}
