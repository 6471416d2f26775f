using UngPortal.Features.MediaLibrary.Editing;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.MediaLibrary.Films.Editing;
using UngPortal.Features.MediaLibrary.Films.Making;
using UngPortal.Features.MediaLibrary.Films.Uploading;
using UngPortal.Features.MediaLibrary.Sweeping;
using UngPortal.Features.MediaLibrary.Uploading;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.MediaLibrary;

public static class MediaLibraryFeature
{
    private const int MenuPosition = 40;

    /// <summary>Who keeps the library.</summary>
    public static StaffRole[] Keepers { get; } = [StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert];

    public static void AddMediaLibrary(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new StaffMenuEntry(MenuPosition, "/admin/medier", "Media_Menu", Keepers));
        builder.Services.AddScoped<PictureIntake>();
        builder.Services.AddScoped<ItemReader>();
        builder.Services.AddScoped<ItemRemoval>();
        builder.Services.AddScoped<IMediaNeed, PublishedNeed>();
        builder.Services.AddScoped<IPictureUses, PublicationUses>();
        builder.Services.AddNightlyJob<MediaSweep>(hour: 3, minute: 40);
        AddFilms(builder.Services);
    }

    private static void AddFilms(IServiceCollection services)
    {
        services.AddSingleton<FilmUploads>();
        services.AddScoped<FilmReader>();
        services.AddScoped<FilmIntake>();
        services.AddScoped<FilmMaking>();
        services.AddScoped<FilmPosters>();
        services.AddScoped<FilmCaptions>();
        services.AddScoped<FilmRemoval>();
        services.AddScoped<FilmViews>();
        services.AddScoped<FilmShelf>();
        services.AddSingleton<FilmWorkshop>();
        services.AddHostedService(provider => provider.GetRequiredService<FilmWorkshop>());
        services.AddNightlyJob<FilmSweep>(hour: 3, minute: 50);
    }
}
