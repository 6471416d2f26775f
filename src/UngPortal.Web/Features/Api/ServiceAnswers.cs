using UngPortal.Features.Api.Answering;
using UngPortal.Features.Api.Asking;
using UngPortal.Features.OpenReferral;

namespace UngPortal.Features.Api;

/// <summary>What is answered about services.</summary>
internal static class ServiceAnswers
{
    public static async Task<object?> ListAsync(ApiRequest request)
    {
        var (query, register) = (request.Query, request.Register);
        var finding = Finding.Read(query, register.Terms);
        var (isFull, isMinimal, (number, size)) = (query.Flag(ApiParameters.Full), query.Flag(ApiParameters.Minimal), query.Page());
        if (isMinimal && (query.Has(ApiParameters.Full) || query.Has(ApiParameters.Page) || query.Has(ApiParameters.PerPage)))
        {
            query.Refuse(ApiParameters.Minimal, ApiParameters.Minimal.Description);
        }

        if (query.Faults.Count > 0)
        {
            return null;
        }

        var found = Found.Of(register.Entries, entry => entry, finding, request.Setting.Now);
        if (isMinimal)
        {
            return PageWriter.Write<MinimalDocument>([.. found.Select(one => new MinimalDocument(one.Item.PublicId))], found.Count, 1, Math.Max(1, found.Count));
        }

        var page = found.Page(number, size);
        var distances = page.ToDictionary(one => one.Item.PublicId, one => one.Kilometres);
        var services = await request.ReadAsync(page.Select(one => one.Item));
        return PageWriter.Write<ServiceDocument>(
            [.. services.Select(service => isFull ? ServiceWriter.Full(service, request.Setting) : ServiceWriter.Brief(service, request.Setting)).Select(service => service with { Kilometres = distances[service.Id] })], found.Count, number, size);
    }

    public static async Task<object?> OneAsync(ApiRequest request) =>
        request.Register.Service(request.Id) is { } entry && await request.ReadAsync([entry]) is [var service] ? ServiceWriter.Full(service, request.Setting) : null;
}
