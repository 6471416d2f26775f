using UngPortal.Features.Api.Answering;
using UngPortal.Features.Api.Asking;
using UngPortal.Features.OpenReferral;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Api;

/// <summary>What is answered about taxonomies and their terms.</summary>
internal static class TaxonomyAnswers
{
    public static Task<object?> ListAsync(ApiRequest request)
    {
        var (words, (number, size)) = (request.Query.Words(ApiParameters.Search), request.Query.Page());
        List<TaxonomyDocument> found = [.. Taxonomies.All.Select(taxonomy => Taxonomies.Document(taxonomy, request.Setting)).Where(taxonomy => Has(words, taxonomy.Name, taxonomy.Description))];
        return Task.FromResult<object?>(PageWriter.Write<TaxonomyDocument>(found.Page(number, size), found.Count, number, size));
    }

    public static Task<object?> OneAsync(ApiRequest request) => Task.FromResult<object?>(
        Guid.TryParse(request.Id, out var id) && Taxonomies.All.Any(taxonomy => Taxonomies.IdOf(taxonomy) == id) ? Taxonomies.Document(Taxonomies.All.First(taxonomy => Taxonomies.IdOf(taxonomy) == id), request.Setting) : null);

    public static Task<object?> TermsAsync(ApiRequest request)
    {
        var query = request.Query;
        var (words, taxonomy, top, parent, (number, size)) = (query.Words(ApiParameters.Search), query.Guid(ApiParameters.TaxonomyId), query.Flag(ApiParameters.TopOnly), query.Guid(ApiParameters.ParentId), query.Page());
        List<TaxonomyTermDocument> found =
        [
            .. request.Register.Terms.All.Where(term => (taxonomy is null || Taxonomies.IdOf(term.Taxonomy) == taxonomy) && (!top || term.ParentKey is null) && (parent is null || term.ParentId == parent))
                .Select(term => TermWriter.Write(term, request.Setting)).Where(term => Has(words, term.Name, term.Description)),
        ];
        return Task.FromResult<object?>(PageWriter.Write<TaxonomyTermDocument>(found.Page(number, size), found.Count, number, size));
    }

    public static Task<object?> TermAsync(ApiRequest request) => Task.FromResult<object?>(
        Guid.TryParse(request.Id, out var id) && request.Register.Terms.Find(id) is { } term ? TermWriter.Write(term, request.Setting) with { TaxonomyDetail = Taxonomies.Document(term.Taxonomy, request.Setting) } : null);

    private static bool Has(IReadOnlyList<string> words, params string[] texts)
    {
        var own = " " + string.Join(' ', texts.SelectMany(text => Word.In(text)).Select(word => Word.Fold(word.Text)));
        return words.All(word => own.Contains(" " + word, StringComparison.Ordinal));
    }
}
