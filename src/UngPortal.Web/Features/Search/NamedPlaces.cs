using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.Search;

/// <summary>The local services that a search names. They stand beside the hits, not among them: hundreds of places of one name would push all else away.</summary>
public sealed class NamedPlaces(LocalBook book, ChosenServices services)
{
    public async Task<IReadOnlyList<ServiceCard>> InAsync(string text, Language language, CancellationToken cancellationToken)
    {
        var named = (await book.ReadAsync(cancellationToken)).Named(text);
        return named.Count == 0 ? [] : await services.OfAsync(named.Select(one => one.Slug), language, cancellationToken);
    }
}
