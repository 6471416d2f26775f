using UngPortal.Features.MediaLibrary.Editing;
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
        builder.Services.AddSingleton(new StaffMenuEntry(MenuPosition, "/admin/medier", "Media_Title", Keepers));
        builder.Services.AddScoped<PictureIntake>();
        builder.Services.AddScoped<ItemReader>();
        builder.Services.AddScoped<ItemRemoval>();
        builder.Services.AddNightlyJob<MediaSweep>(hour: 3, minute: 40);
    }
}
