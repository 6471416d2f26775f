using UngPortal.Features.Api.Answering;
using UngPortal.Features.Api.Asking;
using UngPortal.Features.Api.Register;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;

namespace UngPortal.Features.Api;

/// <summary>What is answered about places, and about services in their places.</summary>
internal static class PlaceAnswers
{
    public static Task<object?> LocationsAsync(ApiRequest request) => ListAsync<LocationDocument>(request, (service, place, kilometres) => PlaceWriter.Location(service, place, request.Setting) with { Kilometres = kilometres });

    public static async Task<object?> LocationAsync(ApiRequest request) =>
        request.Register.Location(request.Id) is { } found && await request.ReadAsync([found.Entry]) is [var service] ? PlaceWriter.Location(service, found.Place, request.Setting) : null;

    public static Task<object?> AtLocationsAsync(ApiRequest request)
    {
        var isFull = request.Query.Flag(ApiParameters.Full);
        return ListAsync<ServiceAtLocationDocument>(request, (service, place, kilometres) => AtLocation(service, place, request.Setting, isFull) with { Kilometres = kilometres });
    }

    public static async Task<object?> AtLocationAsync(ApiRequest request) =>
        request.Register.AtLocation(request.Id) is { } found && await request.ReadAsync([found.Entry]) is [var service] ? AtLocation(service, found.Place, request.Setting, isFull: true) : null;

    private static ServiceAtLocationDocument AtLocation(Service service, ServicePlace place, DocumentSetting setting, bool isFull) =>
        PlaceWriter.AtLocation(service, place, setting, isFull) with { Service = isFull ? ServiceWriter.Full(service, setting) with { ServiceAtLocations = null } : ServiceWriter.Brief(service, setting) };

    private static async Task<object?> ListAsync<T>(ApiRequest request, Func<Service, ServicePlace, double?, T> write)
    {
        var (finding, (number, size)) = (Finding.Read(request.Query, request.Register.Terms), request.Query.Page());
        if (request.Query.Faults.Count > 0)
        {
            return null;
        }

        // A chat is nowhere: it has no distance.
        var places = finding.Near is null ? request.Register.Places : request.Register.Places.Where(one => one.Place.Way is null);
        var found = Found.Of(places, one => one.Entry, finding, request.Setting.Now);
        var page = found.Page(number, size);
        var services = (await request.ReadAsync(page.Select(one => one.Item.Entry).Distinct())).ToDictionary(service => service.Id);
        return PageWriter.Write<T>([.. page.Where(one => IsThere(services, one.Item)).Select(one => write(services[one.Item.Entry.Id], one.Item.Place, one.Kilometres))], found.Count, number, size);
    }

    /// <summary>The rows may be newer than the index.</summary>
    private static bool IsThere(Dictionary<int, Service> services, (RegisterEntry Entry, ServicePlace Place) one) => services.TryGetValue(one.Entry.Id, out var service) && ServicePlace.Of(service).Contains(one.Place);
}
