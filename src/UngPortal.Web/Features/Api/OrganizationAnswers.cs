using UngPortal.Features.Api.Answering;
using UngPortal.Features.Api.Asking;
using UngPortal.Features.OpenReferral;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Api;

/// <summary>What is answered about who answers for services.</summary>
internal static class OrganizationAnswers
{
    /// <summary>Services come with their ids and names only, unless they are asked for whole; all that a page needs is read at once.</summary>
    public static async Task<object?> ListAsync(ApiRequest request)
    {
        var query = request.Query;
        var (words, isWhole, isFull, (number, size)) = (query.Words(ApiParameters.Search), query.Flag(ApiParameters.FullService), query.Flag(ApiParameters.Full), query.Page());
        if (query.Faults.Count > 0)
        {
            return null;
        }

        List<ResponsibleBody> found = [.. request.Register.Organizations.Where(body => Has(body, words))];
        var page = found.Page(number, size);
        var services = isFull || isWhole ? await ServicesAsync(request, page, isWhole) : null;
        return PageWriter.Write<OrganizationDocument>([.. page.Select(body => Write(request, body, services))], found.Count, number, size);
    }

    public static async Task<object?> OneAsync(ApiRequest request)
    {
        var isWhole = request.Query.Flag(ApiParameters.FullService);
        return Guid.TryParse(request.Id, out var id) && request.Register.Organizations.FirstOrDefault(body => body.Id == id) is { } found
            ? Write(request, found, await ServicesAsync(request, [found], isWhole)) : null;
    }

    private static async Task<ILookup<Guid?, ServiceDocument>> ServicesAsync(ApiRequest request, IEnumerable<ResponsibleBody> bodies, bool isWhole)
    {
        var entries = bodies.SelectMany(body => request.Register.OfOrganization(body.Id));
        var documents = isWhole
            ? (await request.ReadAsync(entries)).Select(service => ServiceWriter.Full(service, request.Setting) with { Organization = null })
            : (await request.ReadNamesAsync(entries)).Select(one => ServiceWriter.Summary(one.Entry.Slug, one.Name, one.Entry.Organization, request.Setting));
        return documents.ToLookup(document => document.OrganizationId);
    }

    private static OrganizationDocument Write(ApiRequest request, ResponsibleBody body, ILookup<Guid?, ServiceDocument>? services) =>
        OrganizationWriter.Write(body, request.Setting, services is null ? null : [.. services[body.Id]], isFull: services is not null);

    private static bool Has(ResponsibleBody body, IReadOnlyList<string> words)
    {
        var own = " " + string.Join(' ', Word.In(body.Municipality is { } municipality ? $"{municipality.Name} {municipality.Official} {municipality.County}" : body.Name!).Select(word => Word.Fold(word.Text)));
        return words.All(word => own.Contains(" " + word, StringComparison.Ordinal));
    }
}
