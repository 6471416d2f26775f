using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Search;

/// <summary>A feature's own part of what can be found.</summary>
public interface ISearchSource
{
    /// <summary>The kind of the outbox rows whose keys name what has changed.</summary>
    string Changes { get; }

    /// <summary>The keys of the documents that a row speaks of; none for rows about other things.</summary>
    IEnumerable<string> KeysOf(OutboxMessage message) => message.Kind == Changes ? [message.Key] : [];

    /// <summary>The documents of the keys; of what is gone there are none.</summary>
    Task<IReadOnlyList<SearchDocument>> OfAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <summary>All there is to find.</summary>
    IAsyncEnumerable<SearchDocument> AllAsync(CancellationToken cancellationToken);
}
