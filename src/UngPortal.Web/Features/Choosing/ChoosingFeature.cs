using UngPortal.Platform.Caching;

namespace UngPortal.Features.Choosing;

public static class ChoosingFeature
{
    private static readonly string[] QueryKeys = ["om", "hast", "hvordan"];

    public static void AddChoosing(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<PageCacheOptions>().Configure(cache =>
        {
            Array.ForEach(QueryKeys, cache.QueryKeys.Add);
            cache.PrivateQueryKeys.Add(ChoiceAnswers.PlaceKey);
        });
}
