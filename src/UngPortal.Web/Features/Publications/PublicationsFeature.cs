using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Publications;

public static class PublicationsFeature
{
    public static void AddPublications(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CatalogueCopy>();
        builder.Services.AddScoped<PublicationReader>();
        builder.Services.AddSingleton<IOutboxHandler, ContentEviction>();
    }
}
