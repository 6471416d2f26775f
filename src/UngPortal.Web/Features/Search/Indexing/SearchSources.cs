using System.Runtime.CompilerServices;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Search.Indexing;

/// <summary>All features' parts of what can be found, as one.</summary>
public sealed class SearchSources(IEnumerable<ISearchSource> sources)
{
    /// <summary>All there is to find.</summary>
    public async IAsyncEnumerable<SearchDocument> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            await foreach (var document in source.AllAsync(cancellationToken))
            {
                yield return document;
            }
        }
    }

    /// <summary>The keys that the rows speak of, and the documents that these have now.</summary>
    public async Task<(IReadOnlyList<string> Keys, IReadOnlyList<SearchDocument> Documents)> ChangedAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var (keys, documents) = (new List<string>(), new List<SearchDocument>());
        foreach (var source in sources)
        {
            var changed = messages.SelectMany(source.KeysOf).Distinct().ToList();
            keys.AddRange(changed);
            documents.AddRange(changed.Count == 0 ? [] : await source.OfAsync(changed, cancellationToken));
        }

        return (keys, documents);
    }
}
