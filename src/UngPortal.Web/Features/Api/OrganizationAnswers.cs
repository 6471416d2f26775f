using UngPortal.Features.Api.Answering;
using UngPortal.Features.Api.Asking;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Places;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Api;

/// <summary>What is answered about who answers for services.</summary>
internal static class OrganizationAnswers
{
    /// <summary>Services of a list's organisations come with their ids and names only, unless they are asked for.</summary>
    public static async Task<object?> ListAsync(ApiRequest request)
    {
        var query = request.Query;
        var (words, withServices, isFull, (number, size)) = (query.Words(ApiParameters.Search), query.Flag(ApiParameters.FullService), query.Flag(ApiParameters.Full), query.Page());
        if (query.Faults.Count > 0)
        {
            return null;
        }

        List<Municipality> found = [.. request.Register.Organizations.Where(municipality => Has(municipality, words))];
        List<OrganizationDocument> written = [];
        foreach (var municipality in found.Page(number, size))
        {
            written.Add(await WriteAsync(request, municipality, withServices, isFull || withServices));
        }

        return PageWriter.Write<OrganizationDocument>(written, found.Count, number, size);
    }

    public static async Task<object?> OneAsync(ApiRequest request)
    {
        var withServices = request.Query.Flag(ApiParameters.FullService);
        return Guid.TryParse(request.Id, out var id) && request.Register.Organizations.FirstOrDefault(municipality => OrganizationWriter.IdOf(municipality) == id) is { } found
            ? await WriteAsync(request, found, withServices, isFull: true) : null;
    }

    private static async Task<OrganizationDocument> WriteAsync(ApiRequest request, Municipality municipality, bool withWholeServices, bool isFull)
    {
        if (!isFull)
        {
            return OrganizationWriter.Write(municipality, request.Setting, isFull: false);
        }

        var id = OrganizationWriter.IdOf(municipality);
        var services = await request.ReadAsync(request.Register.Entries.Where(entry => entry.Organization == id));
        return OrganizationWriter.Write(municipality, request.Setting, [.. services.Select(service => (withWholeServices ? ServiceWriter.Full(service, request.Setting) : ServiceWriter.Brief(service, request.Setting)) with { Organization = null })]);
    }

    private static bool Has(Municipality municipality, IReadOnlyList<string> words)
    {
        var own = " " + string.Join(' ', Word.In($"{municipality.Name} {municipality.Official} {municipality.County}").Select(word => Word.Fold(word.Text)));
        return words.All(word => own.Contains(" " + word, StringComparison.Ordinal));
    }
}
